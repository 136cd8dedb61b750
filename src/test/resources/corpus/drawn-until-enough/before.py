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
        factor = rng.randrange(9)
        if len(results) > 3:
            break
        value = work(item * factor)
        results.append(value)
    return results, rng.random()


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
