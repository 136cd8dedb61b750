import numpy as np
import pandas as pd


def labels(frame):
    price = frame["price"]
    frame["label"] = np.select([price > 80, price > 40], ["high", "middle"], "low")
    return frame


def main():
    frame = pd.DataFrame({"price": [float(i % 100) for i in range(20_000)], "n": range(20_000)})
    return labels(frame)["label"].value_counts().to_dict()
