def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers, limit):
    kept = []
    for n in numbers:
        value = work(n)
        if value > limit:
            kept.append((n, value))
    return kept


if __name__ == "__main__":
    print(run([4, 8, 15, 16], 4000))
