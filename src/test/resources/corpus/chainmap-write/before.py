import collections
base = {"n": 0}


def work(n):
    m = collections.ChainMap(base)
    m["n"] = m["n"] + n
    return base["n"]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
