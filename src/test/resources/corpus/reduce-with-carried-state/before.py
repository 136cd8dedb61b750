from functools import reduce


def run(rows):
    seen = []
    fold = lambda a, b: (a * 31 + b + (seen.append(b) or len(seen))) % 100003  # noqa: E731
    totals = []
    for row in rows:
        totals.append(reduce(fold, row * 300, 1))
    return totals


if __name__ == "__main__":
    print(run([[1, 2], [3, 4], [1, 2]]))
