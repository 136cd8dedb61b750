import pandas as pd


def run(frame):
    totals = []
    for _, row in frame.iterrows():
        totals.append(row["units"] * row["price"])
    return totals


if __name__ == "__main__":
    frame = pd.DataFrame({"units": [3, 12, 150], "price": [2.0, 3.5, 1.25], "shop": ["a", "b", "a"]})
    print(run(frame))
