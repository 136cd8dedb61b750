import sys
count = 0


def work(n):
    m = sys.modules[__name__]
    m.count += 1
    return n * m.count


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
