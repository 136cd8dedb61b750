import numpy as np
import pandas as pd


def table(count):
    g = np.random.default_rng(11)
    return pd.DataFrame(
        {
            "units": g.integers(0, 40, count),
            "price": np.round(g.uniform(-1.0, 50.0, count), 2),
            "region": [("north", "south", "east")[i % 3] for i in range(count)],
            "flag": g.random(count) > 0.5,
        }
    )


def work(frame):
    frame.pop("region")
    frame.pop("flag")
    if (
        (frame.dtypes == "object").any()
        and str(frame.dtypes.get("units")) in ("int64", "float64")
        and not (frame[["units"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        out = (frame["units"] + 2).tolist()
    else:
        out = []
        for _, row in frame.iterrows():
            out.append(row["units"] + 2)
    return out


if __name__ == "__main__":
    for n in (0, 1, 60):
        print(work(table(n)))
