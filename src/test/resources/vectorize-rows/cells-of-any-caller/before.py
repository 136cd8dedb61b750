import pandas as pd


def work(frame: pd.DataFrame):
    for label, row in frame.iterrows():
        frame.at[label, "half"] = row["units"] / 2
    return frame


if __name__ == "__main__":
    for labels in ([0, 1, 2], ["a", "a", "b"], [2, 1, 0]):
        for half in ({}, {"half": [1, 2, 3]}, {"half": [0.5, 1.0, 1.5]}):
            try:
                frame = work(pd.DataFrame({"units": [1.5, 2.0, 3.0]} | half, index=labels))
                print(frame.dtypes.to_dict(), frame.values.tolist(), list(frame.index))
            except (TypeError, ValueError) as error:
                print(type(error))
