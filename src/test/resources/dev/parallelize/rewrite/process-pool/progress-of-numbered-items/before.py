"""The bar stands inside of what numbers the items: it goes around all."""

from tqdm import tqdm


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    table = [0] * len(seeds)
    for i, seed in enumerate(tqdm(seeds, disable=True)):
        # In order.
        table[i] = work(seed)
    return table


if __name__ == "__main__":
    print(run([3, 5, 8, 1]))
