from functools import partial


def work(history, n):
    history.append(n)
    total = 0
    for k in range(1200):
        total += k % (sum(history) + 1)
    return total


def run(items):
    task = partial(work, [])
    results = []
    for n in items:
        results.append(task(n))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
