import math
import sys
hits = []


def __getattr__(name):
    hits.append(name)
    return len(hits)


def work(n):
    return n * getattr(sys.modules[__name__], "magic")


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
