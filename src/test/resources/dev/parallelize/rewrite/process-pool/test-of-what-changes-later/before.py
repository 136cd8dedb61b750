def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    results = []
    for n in numbers:
        found = [n]
        if len(found) > 1:
            continue
        found.append(work(n))
        results.append(found)
    return results


if __name__ == "__main__":
    print(run([4, 8, 15]))
