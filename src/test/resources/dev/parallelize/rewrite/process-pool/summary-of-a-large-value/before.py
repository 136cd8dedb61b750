"""Of each list of samples only a few numbers are needed."""


def draw(seed):
    samples = []
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def describe(seeds):
    rows = {}
    for seed in seeds:
        samples = draw(seed)
        rows[seed] = {"mean": sum(samples) / len(samples), "most": max(samples)}
    return rows


if __name__ == "__main__":
    print(describe(range(8)))
