import numpy as np


def spectrum(seed):
    values = np.arange(64.0) * (seed + 1) % 7.0
    for _ in range(40):
        values = values - values.mean()
        values = np.sort(values)[::-1] + 0.5
    return float(round(values.sum(), 6))


def run(seeds):
    results = []
    for seed in seeds:
        results.append(spectrum(seed))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
