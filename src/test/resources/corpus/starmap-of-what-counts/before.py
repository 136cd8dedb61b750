def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


from itertools import starmap


def run(items):
    seen = []

    def both(a, b):
        seen.append(a)
        return work(a) * len(seen) + work(b)

    return list(starmap(both, zip(items, items[1:])))


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
