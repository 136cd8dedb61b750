"""What shows the progress may be missing where the program runs."""

try:
    from tqdm import tqdm
except ImportError:

    def tqdm(items, **options):
        return items


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    return {seed: work(seed) for seed in tqdm(seeds, total=len(seeds), disable=True)}


if __name__ == "__main__":
    print(run([3, 5, 8, 1]))
