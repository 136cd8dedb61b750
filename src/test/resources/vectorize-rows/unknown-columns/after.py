import io

import pandas as pd


def work(frame):
    if (
        (frame.dtypes == "object").any()
        and str(frame.dtypes.get("a")) in ("int64", "float64")
        and str(frame.dtypes.get("b")) in ("int64", "float64")
        and not (frame[["a", "b"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        out = (frame["a"] * frame["b"]).tolist()
    else:
        out = []
        for _, row in frame.iterrows():
            out.append(row["a"] * row["b"])
    return out


if __name__ == "__main__":
    print(work(pd.read_csv(io.StringIO("a,b,c\n1,2,x\n3,4,y\n"))))
