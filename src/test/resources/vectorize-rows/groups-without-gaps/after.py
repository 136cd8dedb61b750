import pandas as pd


def work(frame):
    if frame["price"].notna().all():
        price_firsts = frame.groupby("region")["price"].first()
        firsts = dict(zip(price_firsts.index, price_firsts.to_numpy()))
    else:
        firsts = {}
        for region, group in frame.groupby("region"):
            firsts[region] = group["price"].iloc[0]
    return firsts


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "region": ["n", "s", "n", "e", "s"],
            "units": [3, 4, 5, 6, 7],
            "name": ["a", "b", "c", "a", "b"],
            "price": [1.5, 0.0, -0.0, 2.25, 8.0],
        }
    )
    result = work(frame)
    print([(key, type(key), value, type(value)) for key, value in dict(result).items()])
