state = []


def work(n):
    return n * 2


def other(n):
    state.append(n)
    return len(state)


work.__code__ = other.__code__


def run(items):
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([5, 6, 7]))
