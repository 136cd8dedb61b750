import io

import pandas as pd


def work(path):
    frame = pd.read_csv(path, parse_dates=["when"])
    if (
        len(frame) > 0
        and str(frame.dtypes.get("when")) == "datetime64[ns]"
        and frame["when"].notna().all()
    ):
        frame["month"] = (frame["when"].dt.year.astype("int64") * 100) + frame["when"].dt.month.astype("int64")
    else:
        months = []
        for row in frame.itertuples():
            months.append(row.when.year * 100 + row.when.month)
        frame["month"] = months
    return frame


if __name__ == "__main__":
    for text in ("when,units\n2024-03-01,1\n1999-12-31,2\n", "when,units\n"):
        result = work(io.StringIO(text))
        print(result.dtypes.to_dict(), result.values.tolist())
