"""The body says more about the bar that gives it its items."""

from tqdm import tqdm


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    results = []
    bar = tqdm(seeds, disable=True)
    for seed in bar:
        results.append(work(seed))
        bar.set_postfix(last=seed, done=bar.n)
    return results


if __name__ == "__main__":
    print(run([3, 5, 8, 1]))
