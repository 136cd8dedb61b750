import weakref
log = []


class T:
    pass


def work(n):
    t = T()
    weakref.finalize(t, log.append, n)
    del t
    return n + len(log)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]), log)
