import pandas as pd


def label(frame):
    labels = []
    for _, row in frame.iterrows():
        if row["score"] > 0.8:
            labels.append("high")
        elif row["score"] > 0.5:
            labels.append("mid")
        else:
            labels.append("low")
    frame["label"] = labels
    return frame


if __name__ == "__main__":
    tables = {"scores": pd.DataFrame({"score": [0.9, 0.6, 0.1], "name": ["a", "b", "c"]})}
    print(label(tables.get("scores")))
