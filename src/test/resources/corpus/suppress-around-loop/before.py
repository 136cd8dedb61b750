import contextlib


def work(n):
    if n == 17:
        raise ValueError(n)
    return sum(k * k % (n + 2) for k in range(2000))


def run(items):
    out = {}
    with contextlib.suppress(ValueError):
        for n in items:
            out[n] = work(n)
    return out


if __name__ == "__main__":
    print(run(list(range(40))))
