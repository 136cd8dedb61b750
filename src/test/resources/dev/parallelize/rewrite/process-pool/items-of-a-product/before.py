"""All combinations are there from the start: no window is needed over them."""

from itertools import product


def train(rate, size):
    state = size
    for step in range(60000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def best(rates, sizes):
    found = None
    for rate, size in product(rates, sizes):
        loss = train(rate, size)
        if found is None or loss < found[0]:
            found = (loss, rate, size)
    return found


if __name__ == "__main__":
    print(best([0.1, 0.2], [4, 8, 16]))
