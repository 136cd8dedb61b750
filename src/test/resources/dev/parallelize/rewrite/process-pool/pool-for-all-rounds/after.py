"""One pool serves all rounds: the workers get what changes with each task."""

import math
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def pull(point, others):
    # How strongly the others draw.
    total = 0.0
    for other in others:
        for k in range(1, 60):
            total += math.sin(other - point) / k
    return total


def settle(points, rounds):
    history = []
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for round_number in range(rounds):
            # All move at the same time.
            moved = []
            items = list(points)
            chunksize = max(1, len(items) // (workers * 4))
            results = executor.map(
                partial(pull, others=points), items, chunksize=chunksize
            )
            for point, result in zip(items, results):
                moved.append(point + 0.01 * result)
            history.append(sum(moved))
            if round_number % 2 == 0:
                note = """round
  done"""
                print(note, round_number)
            points = moved
        else:
            print("settled")
    return points, history


if __name__ == "__main__":
    print(settle([0.1 * i for i in range(12)], 4))
