def work(table, n):
    total = table[n]
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    table = [n * n for n in range(1_000)]
    for n in numbers:
        if work(table, n) % 7 == 3:
            return n
    return None


if __name__ == "__main__":
    print(run([4, 8, 15, 16, 23, 42]), run([]))
