import pandas as pd


def work(frame: pd.DataFrame):
    shares = []
    for row in frame.itertuples():
        shares.append(row.won / row.played * 100)
    frame["share"] = shares
    return frame


if __name__ == "__main__":
    print(work(pd.DataFrame({"won": [1, 2], "played": [3, 4]})).values.tolist())
    print(work(pd.DataFrame({"won": [1.5, 2.0], "played": [3.5, 4.0]})).values.tolist())
    for played in ([3, 0], [0.0, 1.0], ["x", "y"]):
        try:
            print(work(pd.DataFrame({"won": [1, 2], "played": played})).values.tolist())
        except (TypeError, ZeroDivisionError) as error:
            print(repr(error))
