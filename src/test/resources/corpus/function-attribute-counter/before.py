def work(n):
    work.calls += 1
    total = 0
    for k in range(1500):
        total += n * k % (work.calls + 2)
    return total


work.calls = 0


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
