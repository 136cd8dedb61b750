calls = 0


def work(n):
    globals()["calls"] += 1
    total = 0
    for k in range(1200):
        total += n * k % (calls + 5)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([2, 2, 2]))
