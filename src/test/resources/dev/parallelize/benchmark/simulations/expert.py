import random
import os
from concurrent.futures import ProcessPoolExecutor


def simulate(seed):
    source = random.Random(seed)
    wealth = 100
    for _ in range(20_000):
        wealth += 1 if source.random() < 0.49 else -1
    return wealth


def run(seeds):
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(simulate, seeds, chunksize=len(seeds) // 16))
    return sum(w < 0 for w in results), max(results)


def main():
    return run(list(range(160)))
