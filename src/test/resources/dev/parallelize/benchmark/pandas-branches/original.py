import pandas as pd


def labels(frame):
    found = []
    for _, row in frame.iterrows():
        if row["price"] > 80:
            found.append("high")
        elif row["price"] > 40:
            found.append("middle")
        else:
            found.append("low")
    frame["label"] = found
    return frame


def main():
    frame = pd.DataFrame({"price": [float(i % 100) for i in range(20_000)], "n": range(20_000)})
    return labels(frame)["label"].value_counts().to_dict()
