import io

import pandas as pd


def work(path):
    frame = pd.read_csv(path)
    for label, row in frame.iterrows():
        if row["kind"] == "big":
            frame.loc[label, "net"] = row["price"] * 0.9
        else:
            frame.loc[label, "net"] = row["price"] * row["units"]
    return frame


if __name__ == "__main__":
    for text in (
        "kind,price,units\nbig,1.5,2\nsmall,2.25,3\n,4.0,5\n",
        "kind,price,units\nbig,1,2\n",
        "kind,price,units,net\nbig,1.5,2,7\nsmall,2.5,2,x\n",
        "kind,price,units\n",
    ):
        frame = work(io.StringIO(text))
        print(frame.dtypes.to_dict(), frame.values.tolist())
