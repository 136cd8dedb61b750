import pandas as pd


def work(frame):
    labels = []
    for _, row in frame.iterrows():
        if row["price"] > 30:
            labels.append("high")
        else:
            labels.append("low")
    frame["label"] = labels
    return frame


if __name__ == "__main__":
    frame = pd.DataFrame({"price": [5.0, 20.0, 50.0]})
    frame = work(frame)
    print(frame)
