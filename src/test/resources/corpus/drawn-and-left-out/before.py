import random


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    rng = random.Random(3)
    results = []
    for item in items:
        if item == 1:
            continue
        factor = rng.random()
        results.append(work(item) * factor)
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
