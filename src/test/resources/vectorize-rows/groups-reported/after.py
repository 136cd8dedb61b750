import pandas as pd


def work(frame):
    most = 0
    groups = frame.groupby("region")
    sizes = groups.size()
    units_sums = groups["units"].sum()
    units_maxima = groups["units"].max()
    name_unique_counts = groups["name"].nunique()
    for region, size, units_sum, units_max, name_nunique in zip(
        sizes.index,
        sizes.tolist(),
        units_sums.to_numpy(),
        units_maxima.to_numpy(),
        name_unique_counts.tolist(),
    ):
        if size < 2:
            print(f"{region}: too few")  # not worth a line
            continue
        total = units_sum
        print(f"{region}: {total} of {units_max}, {name_nunique} names")
        if total > most:
            most = total
    else:
        print("done")
    return most


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
    print(result, type(result))
