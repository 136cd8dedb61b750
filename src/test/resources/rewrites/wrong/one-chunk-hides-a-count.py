# what: a generator of numbers that is one for all items; one worker that takes all items hides it
# check: no-race-conditions
import itertools

numbers = iter(itertools.count())

if __name__ == "__main__":
    total = 0
    for x in [5, 3, 8, 1, 9, 2]:
        y = 4 * x
        for _ in range(3):
            y += 1 if next(numbers) > 9 else x
        total += y
        print(x, y, total)
# --- transformed
import itertools
from concurrent.futures import ProcessPoolExecutor

numbers = iter(itertools.count())


def scaled(x):
    y = 4 * x
    for _ in range(3):
        y += 1 if next(numbers) > 9 else x
    return y


if __name__ == "__main__":
    total = 0
    items = [5, 3, 8, 1, 9, 2]
    with ProcessPoolExecutor() as executor:
        for x, y in zip(items, executor.map(scaled, items, chunksize=64)):
            total += y
            print(x, y, total)
