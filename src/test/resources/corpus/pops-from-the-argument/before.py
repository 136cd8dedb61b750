def use(stock, n):
    part = stock.pop()
    total = 0
    for k in range(1500):
        total += part * n * k % 13
    return total


def run(numbers, stock):
    results = []
    for n in numbers:
        results.append(use(stock, n))
    return results, stock


if __name__ == "__main__":
    print(run([1, 1, 1], [4, 5, 6, 7]))
