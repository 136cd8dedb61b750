from functools import lru_cache


@lru_cache(maxsize=None)
def paths(rows, columns):
    if rows == 0 or columns == 0:
        return 1
    return paths(rows - 1, columns) + paths(rows, columns - 1)


def work(n):
    total = 0
    for k in range(60):
        total += paths(n, k)
    return total


def run(numbers):
    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([4, 5, 6, 7]))
