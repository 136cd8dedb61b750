def work(n, results):
    total = 0
    for k in range(1500):
        total += n * k % (len(results) + 3)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n, results))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
