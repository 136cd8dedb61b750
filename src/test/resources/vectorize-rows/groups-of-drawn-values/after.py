import numpy as np
import pandas as pd


def table(count):
    generator = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "order": range(count),
            "city": generator.choice(["Rome", "Oslo", "Bonn"], count),
            "paid": generator.uniform(-5, 500, count).round(2),
            "day": pd.date_range("2024-01-01", periods=count, freq="D"),
        }
    )
    return named(frame)


def named(frame):
    frame["short"] = frame["city"].str[:2]
    return frame


def work(frame):
    orders = {}
    groups = frame.groupby("city")
    sizes = groups.size()
    order_maxima = groups["order"].max()
    day_counts = groups["day"].count()
    for city, size, order_max, day_count in zip(
        sizes.index, sizes.tolist(), order_maxima.to_numpy(), day_counts.to_numpy()
    ):
        orders[city] = (size, order_max, day_count)
    return orders


if __name__ == "__main__":
    for count in (0, 1, 9):
        print([(city, key, [type(k) for k in key]) for city, key in work(table(count)).items()])
