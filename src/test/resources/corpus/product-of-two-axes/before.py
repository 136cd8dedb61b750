import itertools


def trial(rate, depth):
    value = rate
    for _ in range(depth * 100):
        value = (value * 3 + 1) % 1021
    return value


def run(rates, depths):
    table = {}
    for rate, depth in itertools.product(rates, depths):
        table[rate, depth] = trial(rate, depth)
    return table


if __name__ == "__main__":
    print(run([1, 5, 9], [2, 4]))
