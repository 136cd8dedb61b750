def gen():
    total = 0
    while True:
        n = yield total
        total += n


g = gen()
next(g)


def work(n):
    return g.send(n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
