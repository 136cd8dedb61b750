import os
from concurrent.futures import ProcessPoolExecutor


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def price(amount, factor):
    return work(amount) * factor


def _compute_price(item):
    name, (amount, factor) = item
    return price(amount, factor)


def run(stock):
    prices = {}
    items = list(stock.items())
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_compute_price, items, chunksize=chunksize)
        for (name, (amount, factor)), result in zip(items, results):
            prices[name] = result
    return prices


if __name__ == "__main__":
    print(run({"bolt": (4, 2), "nut": (8, 3)}))
