import sys


def work(n):
    d = sys.modules[__name__].__dict__
    d["count"] = d.get("count", 0) + 1
    return n * d["count"]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
