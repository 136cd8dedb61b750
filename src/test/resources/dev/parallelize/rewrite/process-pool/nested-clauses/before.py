"""Clauses of a comprehension, the last of them with a condition."""


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def table(rates, sizes):
    return {(rate, size): train(rate, size) for rate in rates for size in sizes if rate * size < 3}


if __name__ == "__main__":
    print(table([0.1, 0.2], [4, 8, 16]))
