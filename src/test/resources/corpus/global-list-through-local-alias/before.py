HISTORY = []


def work(n):
    recent = HISTORY
    recent.append(n)
    total = 0
    for k in range(1500):
        total += k % (len(HISTORY) + 2)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
