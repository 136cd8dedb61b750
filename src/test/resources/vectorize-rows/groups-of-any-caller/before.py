import pandas as pd


def work(frame: pd.DataFrame):
    best = [int(group["units"].max()) for _, group in frame.groupby("region")]
    return best


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "region": ["n", "s", "n", "e", "s"],
            "units": [3, 4, 5, 6, 7],
            "name": ["a", "b", "c", "a", "b"],
            "price": [1.5, 0.0, -0.0, 2.25, 8.0],
        }
    )
    print(work(frame), work(frame.astype({"region": "category"})), work(frame.iloc[:0]))
    twice = pd.concat([frame, frame[["name"]]], axis=1)
    print(work(twice), work(frame.assign(units=[1.5, 2.0, 3.0, 4.0, 5.0])))
