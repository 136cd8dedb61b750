import io

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def totals(lines, count):
    found = []
    for _ in range(count):
        table = pd.read_csv(lines, nrows=2, header=None)
        found.append(sum(work(size) for size in table[0]))
    return found


if __name__ == "__main__":
    print(totals(io.StringIO("1\n2\n3\n4\n"), 2))
