import pandas as pd


def work(frame):
    rows = []
    for region, group in frame.groupby("region"):
        rows.append(
            {"region": region, "orders": len(group), "units": group["units"].sum(), "last": group["name"].max()}
        )
    return pd.DataFrame(rows)


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
    print(result.dtypes.to_dict(), result.to_dict("list"), result.index)
