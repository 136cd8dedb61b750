import random


def simulate(seed):
    random.seed(seed)
    total = 0
    for _ in range(800):
        total += random.randrange(10)
    return total


def run(seeds):
    results = []
    for seed in seeds:
        results.append(simulate(seed))
    return results


if __name__ == "__main__":
    random.seed(99)
    print(run([1, 2, 3]))
    print(random.randrange(1000))
