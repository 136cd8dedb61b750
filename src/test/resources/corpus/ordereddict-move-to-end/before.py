import collections
lru = collections.OrderedDict((k, k * k) for k in range(4))


def work(n):
    value = lru[n]
    lru.move_to_end(n)
    return value + next(iter(lru))


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([0, 1, 2, 3]))
