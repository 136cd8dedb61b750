def work(a, b, n):
    return a[n] + len(b)


def run(a, b, items):
    out = []
    for n in items:
        out.append(work(a, b, n))
        b.append(n)
    return out


def call(f, xs):
    return f(xs, xs, [0, 1, 2])


if __name__ == "__main__":
    print(call(run, [1, 2, 3]))
