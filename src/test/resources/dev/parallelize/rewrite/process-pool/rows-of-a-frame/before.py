import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def rate(row):
    value = work(row["size"])
    return None if value < 1000 else value * row["weight"]


def score(table: pd.DataFrame):
    table["score"] = table.apply(rate, axis=1)
    return table


if __name__ == "__main__":
    sizes = [4, 8, 15, 16, 23, 42, 0, 1, 2, 3]
    table = pd.DataFrame(
        {"size": sizes, "weight": [1.5, 2.0] * 5}, index=list("abcdefghij")
    )
    print(score(table), table.dtypes.to_dict())
    try:
        score(pd.DataFrame({"size": [1, "x"], "weight": [1, 2]}))
    except ValueError as error:
        print(error)
