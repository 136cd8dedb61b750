import io

import pandas as pd


def work(path):
    frame = pd.read_csv(path, parse_dates=["when"])
    months = []
    for row in frame.itertuples():
        months.append(row.when.year * 100 + row.when.month)
    frame["month"] = months
    return frame


if __name__ == "__main__":
    for text in ("when,units\n2024-03-01,1\n1999-12-31,2\n", "when,units\n"):
        result = work(io.StringIO(text))
        print(result.dtypes.to_dict(), result.values.tolist())
