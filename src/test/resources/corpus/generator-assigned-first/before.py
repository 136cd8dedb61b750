log = []


def gen(items):
    for n in items:
        log.append(n)
        yield n


def work(n):
    return n * n


def run(items):
    source = gen(items)
    out = []
    for n in source:
        out.append((work(n), len(log)))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
