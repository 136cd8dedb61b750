"""What the inner loop runs over grows with what was found before: nothing may be taken first."""


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def search(rates):
    sizes = [3, 5]
    for rate in rates:
        for size in list(sizes):
            loss = train(rate, size)
            if loss % 2:
                sizes.append(loss % 100)
    return sizes


if __name__ == "__main__":
    print(search([0.1, 0.2, 0.3]))
