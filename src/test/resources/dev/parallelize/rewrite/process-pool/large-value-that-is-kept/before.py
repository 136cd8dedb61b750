"""The samples are needed as they are, beside their sum."""


def draw(seed):
    samples = []
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def describe(seeds):
    total = 0
    kept = []
    for seed in seeds:
        samples = draw(seed)
        total += sum(samples)
        kept.append(samples)
    return total, len(kept), kept[-1][-1]


if __name__ == "__main__":
    print(describe(range(1, 8)))
