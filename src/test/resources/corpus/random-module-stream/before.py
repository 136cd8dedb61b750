import random


def simulate(n):
    total = 0
    for _ in range(800):
        total += random.randrange(n)
    return total


def run(sizes):
    results = []
    for n in sizes:
        results.append(simulate(n))
    return results


if __name__ == "__main__":
    random.seed(4)
    print(run([10, 10, 10]))
