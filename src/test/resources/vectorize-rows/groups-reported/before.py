import pandas as pd


def work(frame):
    most = 0
    for region, group in frame.groupby("region"):
        if len(group) < 2:
            print(f"{region}: too few")  # not worth a line
            continue
        total = group["units"].sum()
        print(f"{region}: {total} of {group['units'].max()}, {group['name'].nunique()} names")
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
