"""All combinations of three settings: the outermost has just two values."""


def train(rate, size, seed):
    state = seed
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state / size


def search(rates, seeds):
    best = None
    for rate in rates:
        for size in (8, 16, 32):
            for seed in seeds:
                # Every loss is shown.
                loss = train(rate, size, seed)
                print(rate, size, seed, loss)
                if best is None or loss < best[0]:
                    best = (loss, rate, size)
    return best


if __name__ == "__main__":
    print(search([0.1, 0.2], range(2)))
    print(search([], range(2)))
