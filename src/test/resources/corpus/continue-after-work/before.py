def work(n):
    total = 0
    for k in range(2000):
        total += n % (k + 1)
    return total


def run(numbers):
    results = []
    skipped = 0
    for n in numbers:
        value = work(n)
        if value % 2:
            skipped += 1
            continue
        results.append(value)
    return results, skipped


if __name__ == "__main__":
    print(run(range(100, 112)))
