import pandas as pd


def work(frame):
    spans = []
    groups = frame.groupby("region")
    units_maxima = groups["units"].max()
    units_minima = groups["units"].min()
    for region, units_max, units_min in zip(
        units_maxima.index, units_maxima.to_numpy(), units_minima.to_numpy()
    ):
        spans.append(units_max - units_min)
    return spans


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "region": ["n", "s", "n", "e", "s"],
            "units": [3, 4, 5, 6, 7],
            "name": ["a", "b", "c", "a", "b"],
            "price": [1.5, 0.0, -0.0, 2.25, 8.0],
        }
    )
    print([(value, type(value)) for value in work(frame)])
