import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def score(table: pd.DataFrame, factor):
    return table.apply(lambda row: row[["size"]] * work(row["size"]) * factor, axis=1)


if __name__ == "__main__":
    table = pd.DataFrame({"size": [4, 8, 15], "weight": [1, 2, 3]})
    print(score(table, 3), score(table[:0], 3))
