import io

import numpy as np
import pandas as pd

TEXT = "price,units,name\n120.5,3,ann\n60,1,bob\n,9,\n10,7,cid\n"


def work():
    frame = pd.read_csv(io.StringIO("day,n\n2024-01-02,1\n2024-01-03,2\n"), parse_dates=["day"])
    if (
        len(frame) > 0
        and str(frame.dtypes.get("day")) == "object"
        and frame["day"].map(type).eq(str).all()
    ):
        frame["label"] = np.where(frame["day"] == "2024-01-02", "first", "other")
    else:
        labels = []
        for _, row in frame.iterrows():
            labels.append("first" if row["day"] == "2024-01-02" else "other")
        frame["label"] = labels
    return frame


if __name__ == "__main__":
    print(work().values.tolist())
