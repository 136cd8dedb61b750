import io

import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO(TEXT))
    frame["net"] = frame.apply(lambda row: row["price"] * 0.8 - row["units"], axis=1)
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
