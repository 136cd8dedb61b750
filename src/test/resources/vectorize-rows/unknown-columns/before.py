import io

import pandas as pd


def work(frame):
    out = []
    for _, row in frame.iterrows():
        out.append(row["a"] * row["b"])
    return out


if __name__ == "__main__":
    print(work(pd.read_csv(io.StringIO("a,b,c\n1,2,x\n3,4,y\n"))))
