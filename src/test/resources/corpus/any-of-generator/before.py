def is_perfect(n):
    total = 0
    for divisor in range(1, n):
        if n % divisor == 0:
            total += divisor
    return total == n


def run(numbers):
    return any(is_perfect(n) for n in numbers)


if __name__ == "__main__":
    print(run(range(480, 500)), run(range(500, 520)))
