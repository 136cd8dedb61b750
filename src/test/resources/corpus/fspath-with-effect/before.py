import os


class P:
    n = 0

    def __fspath__(self):
        P.n += 1
        return "x" + str(P.n)


def work(p):
    return os.path.join("a", p)


def run(items):
    return [work(p) for p in items]


if __name__ == "__main__":
    print(run([P(), P(), P()]))
