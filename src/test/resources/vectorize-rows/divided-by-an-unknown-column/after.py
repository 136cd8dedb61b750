import pandas as pd


def work(frame: pd.DataFrame):
    if (
        len(frame) > 0
        and str(frame.dtypes.get("won")) in ("int64", "float64")
        and str(frame.dtypes.get("played")) in ("int64", "float64")
        and not (frame[["won", "played"]].astype(float).abs() > 2**26).any(axis=None)
        and (frame["played"] != 0).all()
    ):
        frame["share"] = (frame["won"] / frame["played"]) * 100
    else:
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
