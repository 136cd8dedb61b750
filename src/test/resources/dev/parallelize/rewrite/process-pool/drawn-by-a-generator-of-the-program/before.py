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
        for genes in population:
            scored.append((fitness(genes), genes))
        scored.sort(reverse=True)
        parents = [genes for _, genes in scored[: size // 2]]
        population = []
        while len(population) < size:
            first, second = rng.sample(parents, 2)
            cut = rng.randrange(1, 11)
            population.append(first[:cut] + second[cut:])
            population.append(list(rng.choice(parents)))
    return population


if __name__ == "__main__":
    print(evolve(3, 12, 7))
