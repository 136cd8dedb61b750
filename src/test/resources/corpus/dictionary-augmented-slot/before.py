def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 41
    return total


def run(pairs):
    totals = {"a": 0, "b": 0}
    for key, n in pairs:
        totals[key] += work(n)
    return totals


if __name__ == "__main__":
    print(run([("a", 1), ("b", 2), ("a", 3)]))
