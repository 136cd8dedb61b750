def cost(n):
    total = 0
    for k in range(1000):
        total += (n * n + k) % 7
    return total // 50


def run(numbers):
    return min((cost(n), n) for n in numbers)


if __name__ == "__main__":
    print(run([9, 4, 6, 1, 3]))
