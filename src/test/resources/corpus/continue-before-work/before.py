def work(n):
    total = 0
    for k in range(2000):
        total += n % (k + 1)
    return total


def run(numbers):
    results = []
    for n in numbers:
        if n % 4 == 0:
            continue
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run(range(100, 112)))
