import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def run(items):
    results = []
    for n in items:
        results.append(depth(n))
    return results


if __name__ == "__main__":
    sys.setrecursionlimit(6000)
    print(run([1500, 3000, 2000]))
