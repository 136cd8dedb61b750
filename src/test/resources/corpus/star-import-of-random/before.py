from random import *  # noqa: F403


def simulate(n):
    total = 0.0
    for _ in range(600):
        total += random() * n  # noqa: F405
    return round(total, 6)


def run(sizes):
    results = []
    for n in sizes:
        results.append(simulate(n))
    return results


if __name__ == "__main__":
    seed(8)  # noqa: F405
    print(run([1, 2, 3]))
