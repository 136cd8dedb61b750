"""Report a chain's sales with pandas: prices with discount, totals by region, and a trend for each shop.

The sales are generated from a fixed seed. The discount rules are applied row by row, as they were taken over from a
spreadsheet; the trend of a shop is the slope that fits its weekly totals best under the least absolute error.
"""

import numpy as np
import pandas as pd

SALES = 24000
SHOPS = 30
WEEKS = 52
REGIONS = ("north", "east", "south", "west")


def generate_sales(seed):
    """Return a table of sales with shop, region, week, units and unit price."""
    generator = np.random.default_rng(seed)
    shops = generator.integers(0, SHOPS, SALES)
    weeks = generator.integers(0, WEEKS, SALES)
    return pd.DataFrame(
        {
            "shop": shops,
            "region": [REGIONS[shop % len(REGIONS)] for shop in shops],
            "week": weeks,
            "units": generator.integers(1, 40, SALES) + weeks // (2 + shops % 9),
            "price": np.round(generator.uniform(2.0, 60.0, SALES), 2),
        }
    )


def apply_discounts(sales):
    """Return the revenue of every sale: five percent off from twenty units, ten off small prices in the south."""
    revenue = []
    for _, sale in sales.iterrows():
        total = sale["units"] * sale["price"]
        if sale["units"] >= 20:
            total *= 0.95
        if sale["region"] == "south" and sale["price"] < 10.0:
            total *= 0.90
        revenue.append(round(total, 2))
    return revenue


def absolute_error(values, slope):
    """Return the least sum of absolute distances between the values and any line of this slope."""
    distances = sorted(value - slope * week for week, value in enumerate(values))
    middle = distances[len(distances) // 2]
    return sum(abs(distance - middle) for distance in distances)


def fit_slope(values):
    """Return the slope with the least absolute error among those through two of the points."""
    best_slope = 0.0
    best_error = absolute_error(values, 0.0)
    for first in range(0, len(values) - 1, 2):
        for second in range(first + 1, len(values), 2):
            slope = (values[second] - values[first]) / (second - first)
            error = absolute_error(values, slope)
            if error < best_error:
                best_slope, best_error = slope, error
    return best_slope


def shop_trends(sales):
    """Return the slope of the weekly revenue for each shop."""
    trends = {}
    for shop, rows in sales.groupby("shop"):
        weekly = rows.groupby("week")["revenue"].sum().reindex(range(WEEKS), fill_value=0.0)
        trends[int(shop)] = fit_slope(weekly.tolist())
    return trends


def main():
    sales = generate_sales(seed=7)
    sales["revenue"] = apply_discounts(sales)
    totals = sales.groupby("region")["revenue"].sum()
    for region in REGIONS:
        print(f"{region:6s} {totals[region]:14.2f}")
    trends = shop_trends(sales)
    growing = sorted(trends, key=lambda shop: (-trends[shop], shop))
    for shop in growing[:5]:
        print(f"shop {shop:2d} grows by {trends[shop]:8.2f} a week")


if __name__ == "__main__":
    main()
