import pandas as pd


def work(frame: pd.DataFrame):
    shares = []
    for row in frame.itertuples():
        shares.append(row.a / (row.b * row.c))
    return shares


if __name__ == "__main__":
    print(work(pd.DataFrame({"a": [1, 2], "b": [3, 4], "c": [1, 2]})))
    try:
        print(work(pd.DataFrame({"a": [1, 2], "b": [0, 4], "c": [1, 2]})))
    except ZeroDivisionError as error:
        print(repr(error))
