import functools


def add(log, n):
    log.append(n)
    return len(log)


def run(items):
    f = functools.partial(add, [])
    out = []
    for n in items:
        out.append(f(n))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
