import collections
ring = collections.deque([1, 2, 3])


def work(n):
    ring.rotate(1)
    return ring[0] * n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
