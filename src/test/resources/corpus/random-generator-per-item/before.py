import random


def simulate(seed):
    generator = random.Random(seed)
    inside = 0
    for _ in range(1500):
        x, y = generator.random(), generator.random()
        inside += x * x + y * y <= 1.0
    return inside


def run(seeds):
    counts = []
    for seed in seeds:
        counts.append(simulate(seed))
    return counts


if __name__ == "__main__":
    print(run(range(5)))
