def work(n, earlier):
    total = sum(earlier)
    for k in range(1500):
        total += n * k % 7
    return total


def run(items):
    results = []
    earlier = results
    for n in items:
        results.append(work(n, earlier))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
