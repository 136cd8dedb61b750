import pandas as pd


def work(frame):
    names = []
    for _, row in frame.iterrows():
        names.append(row["name"].lower())
    hosts = []
    for _, row in frame.iterrows():
        host = row["mail"].upper()
        hosts.append(host)
    for _, row in frame.iterrows():
        host = row["units"] + 1
        names.append(str(host))
    return names + hosts


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "name": [" Ann Lee ", "BOB", "cy@x.org", "", "Straße"],
            "mail": ["ann@x.org", "bob@y.com", "c@@z", "d", "e@x.org"],
            "units": [3, 4, 5, 6, 0],
            "price": [1.5, 0.0, float("nan"), 2.25, 8.0],
        }
    )
    print(work(frame))
