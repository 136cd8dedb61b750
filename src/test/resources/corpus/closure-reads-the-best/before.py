def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 11
    return total


def run(items):
    best = 0

    def above(n):
        return work(n + best % 7)

    results = []
    for n in items:
        value = above(n)
        best = max(best, value)
        results.append(value)
    return results


if __name__ == "__main__":
    print(run([3, 1, 2]))
