import io

import numpy as np
import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO(TEXT))
    if len(frame) > 0 and str(frame.dtypes.get("units")) == "float64":
        frame["total"] = frame["units"] * 3
    else:
        totals = []
        for _, row in frame.iterrows():
            totals.append(row["units"] * 3)
        frame["total"] = totals
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
