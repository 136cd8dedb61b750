import pandas as pd


def spread(values):
    total = 0.0
    for _ in range(200):
        for value in values:
            total = (total + value) % 97.0
    return round(total, 6)


def run(frame):
    results = {}
    for shop, rows in frame.groupby("shop"):
        results[shop] = spread(rows["price"].tolist())
    return results


if __name__ == "__main__":
    frame = pd.DataFrame({"units": [3, 12, 150], "price": [2.0, 3.5, 1.25], "shop": ["a", "b", "a"]})
    print(run(frame))
