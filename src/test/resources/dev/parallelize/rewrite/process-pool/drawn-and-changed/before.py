import random


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def mutate(population, rounds, seed):
    rng = random.Random(seed)
    scores = []
    for _ in range(rounds):
        genes = rng.choice(population)
        genes[rng.randrange(len(genes))] = 0
        scores.append(fitness(genes))
    return scores
