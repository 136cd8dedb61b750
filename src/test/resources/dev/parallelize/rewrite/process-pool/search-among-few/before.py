def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    for n in numbers:
        if work(n) % 7 == 3:
            return n
    return None


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23, 42]), run([]))
