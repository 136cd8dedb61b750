CONFIG = {"limits": (10, [0])}


def work(n):
    _, used = CONFIG["limits"]
    used[0] += n
    total = 0
    for k in range(1500):
        total += k % (used[0] + 1)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([2, 2, 2]))
