def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


from itertools import starmap


def both(a, b):
    return work(a) * 10 + work(b)


def run(items):
    return list(starmap(both, zip(items, items[1:])))


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
