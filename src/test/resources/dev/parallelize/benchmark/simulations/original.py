import random


def simulate(seed):
    source = random.Random(seed)
    wealth = 100
    for _ in range(20_000):
        wealth += 1 if source.random() < 0.49 else -1
    return wealth


def run(seeds):
    ruined = 0
    best = None
    for seed in seeds:
        wealth = simulate(seed)
        if wealth < 0:
            ruined += 1
        if best is None or wealth > best:
            best = wealth
    return ruined, best


def main():
    return run(list(range(160)))
