import itertools


def work(n, serial=itertools.count(1)):
    number = next(serial)
    total = 0
    for k in range(1500):
        total += n * k % (number + 5)
    return number, total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([7, 7, 7]))
