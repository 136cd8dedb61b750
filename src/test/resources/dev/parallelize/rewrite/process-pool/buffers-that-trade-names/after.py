import os
from concurrent.futures import ProcessPoolExecutor


def relax(values, place):
    total = 0
    for number in range(500):
        left, right = values[place - 1], values[(place + 1) % len(values)]
        total += (left * number + right) % 7
    return total % 100


def _initialize_worker(values):
    global _values
    _values = values


def _relax_for_place(place):
    values = _values
    return relax(values, place)


def settle(values, steps):
    following = [0] * len(values)
    for _ in range(steps):
        places = range(len(values))
        workers = max(1, min(len(places), os.cpu_count() or 1))
        with ProcessPoolExecutor(
            max_workers=workers, initializer=_initialize_worker, initargs=(values,)
        ) as executor:
            results = executor.map(_relax_for_place, places)
            for place, result in zip(places, results):
                following[place] = result
        values, following = following, values
    return values


if __name__ == "__main__":
    start = list(range(24))
    print(settle(start, 4), start)
