def work(n, values):
    values += [n]
    total = 0
    for k in range(1500):
        total += k % len(values)
    return total


def run(items):
    values = [0]
    results = []
    for n in items:
        results.append(work(n, values))
    return results


if __name__ == "__main__":
    print(run([5, 6, 7]))
