def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


from itertools import starmap


def once(a, b):
    global chosen
    chosen = twice
    return work(a + b)


def twice(a, b):
    return work(a) + work(b)


chosen = once


def run(items):
    return list(starmap(chosen, zip(items, items[1:]))), chosen(1, 2)


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
