def work(n):
    total = 0
    for k in range(2000):
        total += (n + k) % 11
    return total


def run(numbers):
    for n in numbers:
        value = work(n)
        print(f"{n}: {value}")


if __name__ == "__main__":
    run([5, 3, 8, 1])
