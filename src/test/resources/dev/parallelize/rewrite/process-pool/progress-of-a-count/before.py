"""The bar counts by itself."""

from tqdm import trange


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(count):
    total = 0
    for seed in trange(count, disable=True):
        total += work(seed)
    return total


if __name__ == "__main__":
    print(run(7))
