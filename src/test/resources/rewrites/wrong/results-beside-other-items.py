# what: the results of some items are put beside the first of all items
# check: output-matches
def work(x):
    return x * 10


if __name__ == "__main__":
    table = {}
    for x in [3, 8, 4, 9, 12]:
        if x % 2 == 0:
            table[x] = work(x)
    print(sorted(table.values()))
# --- transformed
from concurrent.futures import ProcessPoolExecutor


def work(x):
    return x * 10


if __name__ == "__main__":
    items = [3, 8, 4, 9, 12]
    with ProcessPoolExecutor() as executor:
        table = dict(zip(items, executor.map(work, [x for x in items if x % 2 == 0])))
    print(sorted(table.values()))
