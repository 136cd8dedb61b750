def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(rows):
    totals = {}
    for key, n in rows:
        totals[key] = totals.get(key, 0) + work(n)
    return totals


if __name__ == "__main__":
    print(run([("a", 4), ("b", 8), ("a", 15)]))
