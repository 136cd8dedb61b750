import inspect


def work(n):
    return n + len(inspect.currentframe().f_back.f_locals["out"])


def run(items):
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
