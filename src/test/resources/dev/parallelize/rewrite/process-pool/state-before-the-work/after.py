import os
from concurrent.futures import ProcessPoolExecutor


def fitness(genes):
    total = 0
    for number in range(60):
        for gene in genes:
            total = (total * 31 + gene * number) % 100003
    return total


def _compute_score(item):
    number, genes = item
    return fitness(genes)


def run(count):
    state = 12345
    best = None
    prepared = []
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        genes = [(state >> shift) & 7 for shift in range(12)]
        prepared.append((number, genes))
    workers = max(1, min(len(prepared), os.cpu_count() or 1))
    chunksize = max(1, len(prepared) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        scores = executor.map(_compute_score, prepared, chunksize=chunksize)
        for (number, genes), score in zip(prepared, scores):
            if best is None or score > best[0]:
                best = score, number
    return best, state, genes


if __name__ == "__main__":
    print(run(20))
