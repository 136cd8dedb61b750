import numpy as np
import pandas as pd


def work(frame: pd.DataFrame):
    if (
        len(frame) > 0
        and str(frame.dtypes.get("units")) in ("int64", "float64")
        and not (frame[["units"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        frame["left"] = np.where(frame["units"] % 2 == 0, "even", "odd")
    else:
        frame["left"] = frame["units"].map(lambda units: "even" if units % 2 == 0 else "odd")
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
    for units in ([1.5, 2.0], ["a", "b"], [2**70, 1], [True, False]):
        try:
            result = work(pd.DataFrame({"units": units}))
            print(result.dtypes.to_dict(), result.values.tolist())
        except TypeError as error:
            print(error)
