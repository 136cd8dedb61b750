def work(n, history=[]):
    history.append(n)
    total = 0
    for k in range(1000):
        total += n * k % (len(history) + 5)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
