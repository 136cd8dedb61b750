import numpy as np
import pandas as pd


def level(price):
    """What the price is called."""
    if price > 5:
        return "high"
    elif price > 1:
        return "middle"
    return "low"


def work(frame):
    frame["level"] = np.select(
        [frame["price"] > 5, frame["price"] > 1], ["high", "middle"], default="low"
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
