import pandas as pd


def work(frame):
    kinds = []
    for _, row in frame.iterrows():
        host = row["mail"].split("@")[-1]
        if host.endswith(".org") and "x" in row["name"].lower():
            kinds.append(row["name"].strip().upper())
        elif len(row["name"]) > 4:
            kinds.append(f"{row['name'][:3]}-{row['units']}")
        else:
            kinds.append("no " + host)
    frame["kind"] = kinds
    return frame


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "name": [" Ann Lee ", "BOB", "cy@x.org", "", "Straße"],
            "mail": ["ann@x.org", "bob@y.com", "c@@z", "d", "e@x.org"],
            "units": [3, 4, 5, 6, 0],
            "price": [1.5, 0.0, float("nan"), 2.25, 8.0],
        }
    )
    result = work(frame)
    print(result.dtypes.to_dict(), result.values.tolist())
