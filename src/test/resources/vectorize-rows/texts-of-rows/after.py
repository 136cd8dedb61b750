import numpy as np
import pandas as pd


def work(frame):
    host = frame["mail"].str.split("@").str[-1]
    frame["kind"] = np.select(
        [
            host.str.endswith(".org") & frame["name"].str.lower().str.contains("x", regex=False),
            frame["name"].str.len() > 4,
        ],
        [
            frame["name"].str.strip().str.upper(),
            frame["name"].str[:3] + "-" + frame["units"].astype(str),
        ],
        default="no " + host,
    )
    return frame


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "name": [" Ann Lee ", "BOB", "cy@x.org", "", "Straße"],
            "mail": ["ann@x.org", "bob@y.com", "c@@z", "d", "e@x.org"],
            "units": [3, 4, 5, 6, 0],
            "price": [1.5, 0.0, float("nan"), 2.25, 8.0],
        }
    )
    result = work(frame)
    print(result.dtypes.to_dict(), result.values.tolist())
