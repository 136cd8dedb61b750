import random


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def noisy(genes, rng):
    return fitness(genes) + rng.random()


def run(count):
    rng = random.Random(3)
    found = []
    for _ in range(count):
        genes = [rng.randrange(9) for _ in range(12)]
        found.append(noisy(genes, rng))
    return found
