# what: a default argument that remembers the last item; one worker that takes all items hides it
# check: no-race-conditions
def rises(x, last=[0]):
    before, last[0] = last[0], x
    return x > before


if __name__ == "__main__":
    for x in [5, 3, 8, 1, 9, 2]:
        print(x, rises(x))
# --- transformed
from concurrent.futures import ProcessPoolExecutor


def rises(x, last=[0]):
    before, last[0] = last[0], x
    return x > before


if __name__ == "__main__":
    items = [5, 3, 8, 1, 9, 2]
    with ProcessPoolExecutor() as executor:
        for x, risen in zip(items, executor.map(rises, items, chunksize=64)):
            print(x, risen)
