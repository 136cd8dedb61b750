# The list that a worker fills is copied back by the parent.
def fill(item, found):
    found.extend(range(item))
    return found

if __name__ == "__main__":
    lists = {n: [] for n in range(5)}
    for n, found in lists.items():
        fill(n, found)
    print(lists)
# --- transformed
from multiprocessing import Pool

# The list that a worker fills is copied back by the parent.
def fill(item, found):
    found.extend(range(item))
    return found

if __name__ == "__main__":
    lists = {n: [] for n in range(5)}
    with Pool(2) as pool:
        for found, filled in zip(lists.values(), pool.starmap(fill, lists.items())):
            found.extend(filled)
        pool.close()
        pool.join()
    print(lists)
