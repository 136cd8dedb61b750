import pandas as pd


def work(frame):
    if (
        len(frame) > 0
        and str(frame.dtypes.get("when")) == "datetime64[ns]"
        and frame["when"].notna().all()
    ):
        frame["weekend"] = frame["when"].dt.weekday >= 5
    else:
        frame["weekend"] = frame.apply(lambda row: row["when"].weekday() >= 5, axis=1)
    return frame


if __name__ == "__main__":
    when = pd.to_datetime(["2024-03-01", "2024-03-02", "1999-12-31"])
    for dates in (when, when.tz_localize("UTC"), list(when[:2]) + [pd.NaT]):
        result = work(pd.DataFrame({"when": dates, "units": [1, 2, 3]}))
        print(result.dtypes.to_dict(), result.values.tolist())
