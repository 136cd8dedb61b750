import itertools

COLOURS = itertools.cycle(["red", "green", "blue"])


def pick():
    return next(COLOURS)


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
    return pick(), total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
