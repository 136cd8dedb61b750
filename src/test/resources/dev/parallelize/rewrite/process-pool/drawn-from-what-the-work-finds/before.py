import random


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def run(count):
    rng = random.Random(3)
    population = [[rng.randrange(9) for _ in range(12)] for _ in range(5)]
    for number in range(count):
        genes = list(rng.choice(population))
        genes[0] = number
        if fitness(genes) % 2:
            population.append(genes)
    return population
