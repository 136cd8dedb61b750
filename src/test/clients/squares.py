def cost(size):
    return sum(number * number % 7 for number in range(size))


def report(sizes):
    costs = []
    for size in sizes:
        costs.append(cost(size))
    return costs


if __name__ == "__main__":
    print(report([20_000, 30_000]))
