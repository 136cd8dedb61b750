def work(n):
    exec("global total\ntotal = globals().get('total', 0) + 1")
    return n * total


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 5, 7]))
