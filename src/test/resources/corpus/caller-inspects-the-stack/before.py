import sys


def work(n):
    caller = sys._getframe(1)
    position = len(caller.f_locals["results"])
    total = 0
    for k in range(1500):
        total += n * k % (position + 7)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
