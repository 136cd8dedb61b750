import io

import numpy as np
import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO(TEXT))
    frame["label"] = np.select(
        [
            (frame["price"] > 100) & (frame["units"] >= 2),
            frame["name"].isin(["bob", "eve"]) | (frame["name"] == "cid"),
        ],
        ["big", "known"],
        default="small",
    )
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
