def work(n, base):
    total = base
    for k in range(1500):
        total = (total + n * k) % 8009
    return total


def run(items):
    results = []
    for position, n in enumerate(items):
        if position == 0:
            base = n
        base = work(n, base)
        results.append(base)
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
