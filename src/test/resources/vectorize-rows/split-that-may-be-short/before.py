import pandas as pd


def work(frame):
    hosts = []
    for _, row in frame.iterrows():
        hosts.append(row["mail"].split("@")[1])
    return hosts


if __name__ == "__main__":
    frame = pd.DataFrame(
        {
            "name": [" Ann Lee ", "BOB", "cy@x.org", "", "Straße"],
            "mail": ["ann@x.org", "bob@y.com", "c@@z", "d", "e@x.org"],
            "units": [3, 4, 5, 6, 0],
            "price": [1.5, 0.0, float("nan"), 2.25, 8.0],
        }
    )
    print(work(frame[:3]))
