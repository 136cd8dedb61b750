from functools import lru_cache


@lru_cache(maxsize=None)
def steps(n):
    if n == 1:
        return 0
    return 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)


def run(limit):
    return [steps(n) for n in range(1, limit)]


if __name__ == "__main__":
    print(sum(run(2000)))
