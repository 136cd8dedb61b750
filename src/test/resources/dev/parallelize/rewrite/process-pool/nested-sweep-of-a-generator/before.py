"""What is handed in is used up by the first round: then there is nothing left for the second one."""


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def search(rates, sizes):
    losses = []
    for rate in rates:
        for size in sizes:
            losses.append((rate, size, train(rate, size)))
    return losses


if __name__ == "__main__":
    print(search([0.1, 0.2], (s for s in (1, 2))))
