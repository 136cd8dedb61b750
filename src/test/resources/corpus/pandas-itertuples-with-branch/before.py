import pandas as pd


def run(frame):
    totals = []
    for row in frame.itertuples(index=False):
        if row.units >= 10:
            totals.append(row.units * row.price * 0.9)
        else:
            totals.append(row.units * row.price)
    return totals


if __name__ == "__main__":
    frame = pd.DataFrame({"units": [3, 12, 150], "price": [2.0, 3.5, 1.25], "shop": ["a", "b", "a"]})
    print(run(frame))
