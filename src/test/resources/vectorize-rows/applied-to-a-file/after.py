import io

import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO(TEXT))
    if (
        len(frame) > 0
        and str(frame.dtypes.get("price")) in ("int64", "float64")
        and str(frame.dtypes.get("units")) in ("int64", "float64")
        and not (frame[["price", "units"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        frame["net"] = frame["price"] * 0.8 - frame["units"]
    else:
        frame["net"] = frame.apply(lambda row: row["price"] * 0.8 - row["units"], axis=1)
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
