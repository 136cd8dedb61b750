def price(amount, factor):
    total = 0
    for k in range(1500):
        total += (amount * factor + k) % 19
    return total


def run(stock):
    prices = {}
    for name, (amount, factor) in stock.items():
        prices[name] = price(amount, factor)
    return prices


if __name__ == "__main__":
    print(run({"bolt": (12, 3), "nut": (7, 5), "gear": (2, 11)}))
