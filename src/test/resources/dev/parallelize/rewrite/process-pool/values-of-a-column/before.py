import pandas as pd


def rate(size):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(size) * k) % 10007
    return None if total < 1000 else total


def score(table: pd.DataFrame):
    table["score"] = table["size"].apply(rate)
    return table


if __name__ == "__main__":
    for sizes in ([4, 8, 15, 16, 23, 42, 0, 1], [1.5, 2.5], pd.array([1, 2]), []):
        table = score(pd.DataFrame({"size": sizes}))
        print(table, table.dtypes.to_dict())
    try:
        score(pd.DataFrame({"size": [1, "x"]}))
    except ValueError as error:
        print(error)
    print(score(pd.DataFrame({"size": ["1", "2"]}).astype("category")).dtypes.to_dict())
