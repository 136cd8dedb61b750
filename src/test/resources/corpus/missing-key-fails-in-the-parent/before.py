def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 43
    return total


def run(pairs, totals):
    for key, n in pairs:
        totals[key] += work(n)


if __name__ == "__main__":
    sums = {"a": 0, "b": 0}
    try:
        run([("a", 1), ("b", 2), ("x", 3), ("a", 4)], sums)
    except KeyError as problem:
        print("unknown", problem)
    print(sums)
