class N:
    n = 0

    def __int__(self):
        N.n += 1
        return N.n


def work(x):
    return int(x) * 2


def run(items):
    return [work(x) for x in items]


if __name__ == "__main__":
    print(run([N(), N(), N()]))
