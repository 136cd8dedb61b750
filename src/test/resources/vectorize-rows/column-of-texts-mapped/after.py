import numpy as np
import pandas as pd


def clean(text):
    text = text.strip()
    if not text:
        return "unknown"
    if text.startswith(("A", "B")):
        return text.title()
    return text.replace("ß", "ss")


def work(frame):
    texts = frame["name"].str.strip()
    frame["clean"] = np.select(
        [
            texts == "",
            texts.str.startswith(("A", "B")),
        ],
        ["unknown", texts.str.title()],
        default=texts.str.replace("ß", "ss", regex=False),
    )
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
