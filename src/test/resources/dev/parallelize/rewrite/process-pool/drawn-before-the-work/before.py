import random


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def evolve(rounds, size, seed):
    rng = random.Random(seed)
    population = [[rng.randint(0, 9) for _ in range(12)] for _ in range(size)]
    for _ in range(rounds):
        scored = []
        for _ in range(size):
            first, second = rng.sample(population, 2)
            child = [a if rng.random() < 0.5 else b for a, b in zip(first, second)]
            # the fittest come first
            scored.append((fitness(child), child))
        scored.sort(reverse=True)
        population = [child for _, child in scored]
    return population[0], rng.random()


if __name__ == "__main__":
    print(evolve(3, 12, 7))
