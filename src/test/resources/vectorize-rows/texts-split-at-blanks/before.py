import pandas as pd


def work(frame):
    frame["first"] = frame["name"].apply(lambda text: text.split()[0])
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
    print(work(frame[:3]))
