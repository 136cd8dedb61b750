import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def work(a, b):
    total = a
    for k in range(200_000):
        total = (total * 31 + b * k) % 10007
    return total


def _compute_probability(state, probabilities, transitions, emissions):
    return (
        work(probabilities[state], transitions[state]) * transitions[state] % 1009
        + work(emissions[state], transitions[state]) * emissions[state] % 1013
    )


def run(probabilities, transitions, emissions):
    best = -1
    states = range(len(probabilities))
    workers = max(1, min(len(states), os.cpu_count() or 1))
    chunksize = max(1, len(states) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(
            partial(
                _compute_probability,
                probabilities=probabilities,
                transitions=transitions,
                emissions=emissions,
            ),
            states,
            chunksize=chunksize,
        )
        for probability in results:
            if probability > best:
                best = probability
    return best


if __name__ == "__main__":
    print(run([1, 2, 3, 4], [4, 2, 1, 9], [7, 7, 8, 8]))
