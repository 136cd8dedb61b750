def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(rows):
    for row in rows:
        half = row["n"] // 2
        if half % 3 == 0:
            print("left out", row)
            continue
        value = work(half)
        if row["shown"]:
            print(half, value)


if __name__ == "__main__":
    rows = [{"n": n, "shown": n % 4 != 1} for n in range(12)]
    run(rows)
    del rows[7]["n"]
    del rows[10]["shown"]
    for part in rows, rows[8:]:
        try:
            run(part)
        except KeyError as problem:
            print(repr(problem))
