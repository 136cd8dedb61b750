import sys


def work(n):
    sys.setrecursionlimit(sys.getrecursionlimit() + 10)
    total = 0
    for k in range(1500):
        total += n * k % (sys.getrecursionlimit() % 97 + 2)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    sys.setrecursionlimit(3000)
    print(run([5, 5, 5]))
