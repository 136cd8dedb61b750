import pandas as pd


def work(frame, lines):
    first = next(lines); sums = {shop: sales["paid"].sum() for shop, sales in frame.groupby("shop")}
    return first, sums


if __name__ == "__main__":
    print(work(pd.DataFrame({"shop": ["a", "b", "a"], "paid": [1, 2, 3]}), iter("xyz")))
