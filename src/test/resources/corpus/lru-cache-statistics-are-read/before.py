from functools import lru_cache


@lru_cache(maxsize=None)
def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 31
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 1, 3]))
    print(work.cache_info())
