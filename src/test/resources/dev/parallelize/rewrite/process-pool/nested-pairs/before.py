"""The remainder of the inner loop reads what it runs over."""


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def pairs(xs, ys):
    out = []
    for a in xs:
        for b in ys:
            out.append((a, b, f(a, b)))
    return out


if __name__ == "__main__":
    print(pairs(list(range(6)), list(range(5))))
