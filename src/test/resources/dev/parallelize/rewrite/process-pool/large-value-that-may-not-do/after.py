"""What is printed before a list turns out to be empty stays printed."""

import os
from concurrent.futures import ProcessPoolExecutor


def draw(seed):
    samples = []
    state = seed
    for step in range(30000 if seed % 5 else 0):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def describe(seeds):
    seeds = list(seeds)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        samples_list = executor.map(draw, seeds)
        for seed, samples in zip(seeds, samples_list):
            print("seed", seed)
            print(sum(samples) / len(samples))


if __name__ == "__main__":
    try:
        describe(range(2, 8))
    except ZeroDivisionError as error:
        print(error)
