"""A matrix is filled where both loops count."""


def f(a, b):
    s = 0
    for k in range(3000):
        s += (a * k + b) % 7
    return s


def matrix(xs, ys):
    m = [[0] * len(ys) for _ in xs]
    for i, a in enumerate(xs):
        for j, b in enumerate(ys):
            m[i][j] = f(a, b)
    return m


if __name__ == "__main__":
    print(matrix(list(range(6)), list(range(5))))
