import random


def run(rng, items):
    drawn = {}
    for item in items:
        drawn[item] = rng.random()
    return drawn


if __name__ == "__main__":
    print(run(random.Random(7), ["a", "b", "c"]))
