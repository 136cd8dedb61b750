import random


def simulate(generator, n):
    total = 0
    for _ in range(800):
        total += generator.randrange(n)
    return total


def run(sizes):
    generator = random.Random(4)
    results = []
    for n in sizes:
        results.append(simulate(generator, n))
    return results


if __name__ == "__main__":
    print(run([10, 10, 10]))
