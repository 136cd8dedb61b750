import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def rate(row):
    row["size"] = row["size"] + 1
    return work(row["size"])


def score(table: pd.DataFrame):
    return table.apply(rate, axis=1)


if __name__ == "__main__":
    print(score(pd.DataFrame({"size": [4, 8, 15], "weight": [1, 2, 3]})))
