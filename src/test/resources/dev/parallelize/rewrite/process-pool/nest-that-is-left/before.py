"""The inner loop ends early, the outer one goes on: they stay two loops."""


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def search(rates, sizes):
    found = []
    for rate in rates:
        for size in sizes:
            loss = train(rate, size)
            if loss > 9000:
                break
            found.append((rate, size, loss))
    return found


if __name__ == "__main__":
    print(search([0.1, 0.2, 0.3, 0.4], [5, 6, 7, 8]))
