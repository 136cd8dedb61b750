import os
import random
from concurrent.futures import ProcessPoolExecutor


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def evolve(rounds, size, seed):
    rng = random.Random(seed)
    population = [[rng.randint(0, 9) for _ in range(12)] for _ in range(size)]
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for _ in range(rounds):
            scored = []
            chunksize = max(1, len(population) // (workers * 4))
            results = executor.map(fitness, population, chunksize=chunksize)
            for genes, result in zip(population, results):
                scored.append((result, genes))
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
