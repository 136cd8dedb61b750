import pandas as pd


def work(frame):
    spans = []
    for region, units in frame.groupby("region")["units"]:
        spans.append(units.max() - units.min())
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
