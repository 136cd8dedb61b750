def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def price(amount, factor):
    return work(amount) * factor


def run(stock):
    prices = {}
    for name, (amount, factor) in stock.items():
        prices[name] = price(amount, factor)
    return prices


if __name__ == "__main__":
    print(run({"bolt": (4, 2), "nut": (8, 3)}))
