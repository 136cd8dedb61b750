"""The best of all pairs, the first of them if several are."""


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def best_pair(xs, ys):
    best = None
    for a in xs:
        for b in ys:
            v = f(a, b)
            if best is None or v > best[0]:
                best = (v, a, b)
    return best


if __name__ == "__main__":
    print(best_pair(list(range(6)), list(range(5))))
