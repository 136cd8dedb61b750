import functools


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


@functools.wraps(work)
def counted(n):
    return work(n) + 1


@functools.lru_cache(maxsize=None)
def cached(n):
    return work(n)


def run(numbers):
    return [cached(n) for n in numbers]


if __name__ == "__main__":
    print(run([4, 8, 4]))
