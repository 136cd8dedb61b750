def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 37
    return total


def run(pairs):
    totals = {}
    for key, n in pairs:
        totals[key] = totals.get(key, 0) + work(n)
    return totals


if __name__ == "__main__":
    print(run([("a", 1), ("b", 2), ("a", 3)]))
