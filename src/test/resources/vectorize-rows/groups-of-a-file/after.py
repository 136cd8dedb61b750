import io

import pandas as pd


def work(path):
    frame = pd.read_csv(path)
    if str(frame.dtypes.get("units")) == "int64":
        units_sums = frame.groupby("region")["units"].sum()
        totals = dict(zip(units_sums.index, units_sums.to_numpy()))
    else:
        totals = {}
        for region, group in frame.groupby("region"):
            totals[region] = group["units"].sum()
    return totals


if __name__ == "__main__":
    for text in ("region,units\nn,1\ns,2\nn,4\n,9\n", "region,units\n1,0.1\n2,x\n1,y\n", "region,units\n"):
        try:
            result = work(io.StringIO(text))
            print([(key, type(key), value, type(value)) for key, value in result.items()])
        except TypeError as error:
            print(error)
