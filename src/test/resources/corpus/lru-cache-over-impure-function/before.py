from functools import lru_cache


@lru_cache(maxsize=None)
def bucket(key):
    return []


def work(n):
    shared = bucket(n % 2)
    shared.append(n)
    total = 0
    for k in range(1200):
        total += k % (len(shared) + 2)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
