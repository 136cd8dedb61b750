"""What is printed before a list turns out to be empty stays printed."""


def draw(seed):
    samples = []
    state = seed
    for step in range(30000 if seed % 5 else 0):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def describe(seeds):
    for seed in seeds:
        samples = draw(seed)
        print("seed", seed)
        print(sum(samples) / len(samples))


if __name__ == "__main__":
    try:
        describe(range(2, 8))
    except ZeroDivisionError as error:
        print(error)
