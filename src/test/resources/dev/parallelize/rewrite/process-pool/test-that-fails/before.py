def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(rows):
    for row in rows:
        if row["skip"]:
            continue
        print(row["n"], work(row["n"]))


if __name__ == "__main__":
    try:
        run(
            [
                {"n": 1, "skip": False},
                {"n": 5, "skip": False},
                {"n": 2, "skip": True},
                {"n": 3},
            ]
        )
    except KeyError as problem:
        print(repr(problem))
