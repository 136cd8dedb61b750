"""The variable of the outer loop is read behind it: the loops stay two."""


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def search(rates, sizes):
    losses = []
    for rate in rates:
        for size in sizes:
            losses.append(train(rate, size))
    return losses, rate


if __name__ == "__main__":
    print(search([0.1, 0.2], [4, 8]))
