import functools
seen = []


@functools.singledispatch
def work(n):
    return n


@work.register(int)
def _(n):
    seen.append(n)
    return len(seen)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
