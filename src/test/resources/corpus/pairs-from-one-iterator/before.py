def work(a, b):
    total = 0
    for k in range(1500):
        total += (a - b + k) % 7
    return total


def run(values):
    stream = iter(values)
    results = []
    for a, b in zip(stream, stream):
        results.append(work(a, b))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5, 6]))
