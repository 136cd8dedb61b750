"""The bar goes along with the results, not with the items that are handed out."""

import sys

from tqdm import tqdm


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    results = []
    for seed in tqdm(seeds, desc="working", file=sys.stdout, bar_format="{desc} {n}", mininterval=99):
        results.append(work(seed))
    return results


if __name__ == "__main__":
    print(run(range(9)))
    print(run([]))
