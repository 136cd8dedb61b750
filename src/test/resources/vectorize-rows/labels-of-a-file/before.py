import io

import numpy as np
import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO(TEXT))
    labels = []
    for _, row in frame.iterrows():
        if row["price"] > 100 and row["units"] >= 2:
            labels.append("big")
        elif row["name"] in ("bob", "eve") or row["name"] == "cid":
            labels.append("known")
        else:
            labels.append("small")
    frame["label"] = labels
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
