"""Rounds of a while loop, and a condition that some of them do not meet."""

import os
from concurrent.futures import ProcessPoolExecutor


def fitness(genes):
    score = 0
    for k in range(4000):
        score += (sum(genes) * k) % 11
    return score


def evolve(population, goal):
    generation = 0
    best = 0
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        while best < goal and generation < 6:
            generation += 1
            if generation % 3:
                chunksize = max(1, len(population) // (workers * 4))
                scores = list(executor.map(fitness, population, chunksize=chunksize))
                best = max(scores)
            population = [[g + generation for g in genes] for genes in population]
    return generation, best


if __name__ == "__main__":
    print(evolve([[i, i + 1, i * 2] for i in range(8)], 10**9))
