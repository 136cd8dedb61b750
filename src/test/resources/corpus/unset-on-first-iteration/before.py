def work(n, base):
    total = base
    for k in range(1500):
        total = (total + n * k) % 8009
    return total


def run(items):
    results = []
    for position, n in enumerate(items):
        if position % 3 == 0:
            base = work(n, 1)
        results.append(work(n, base))
        base += 1
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
