PENDING = {n: n * 3 for n in range(10)}


def work(n):
    total = len(PENDING)
    for k in range(1500):
        total += n * k % 7
    del PENDING[n]
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4]))
