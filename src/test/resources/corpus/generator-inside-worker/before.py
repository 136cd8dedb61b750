def walk(seed):
    value = seed
    for _ in range(1500):
        value = (value * 69069 + 1) % 4294967296
        yield value >> 24


def run(seeds):
    totals = []
    for seed in seeds:
        totals.append(sum(walk(seed)))
    return totals


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
