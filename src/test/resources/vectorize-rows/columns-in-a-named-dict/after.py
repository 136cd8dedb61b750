import numpy as np
import pandas as pd


def work():
    data = {"score": [71.5, 88.0, 93.25, 55.0], "name": ["ann", "bob", "cid", "dee"]}
    people = pd.DataFrame(data)
    people["grade"] = np.select(
        [people["score"] >= 90, people["score"] >= 80], ["A", "B"], default="C"
    )
    return people


if __name__ == "__main__":
    print(work().values.tolist())
