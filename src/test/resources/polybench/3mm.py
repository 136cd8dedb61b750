"""g := (a * b) * (c * d)."""


def kernel(ni, nj, nk, nl, nm, e, a, b, f, c, d, g):
    for i in range(ni):  # independent
        for j in range(nj):  # independent
            e[i][j] = 0.0
            for k in range(nk):  # reduction
                e[i][j] += a[i][k] * b[k][j]
    for i in range(nj):  # independent
        for j in range(nl):  # independent
            f[i][j] = 0.0
            for k in range(nm):  # reduction
                f[i][j] += c[i][k] * d[k][j]
    for i in range(ni):  # independent
        for j in range(nl):  # independent
            g[i][j] = 0.0
            for k in range(nj):  # reduction
                g[i][j] += e[i][k] * f[k][j]
    return g


def main():
    ni, nj, nk, nl, nm = 4, 5, 6, 7, 3
    e = [[0.0] * nj for i in range(ni)]
    a = [[(i * j + 1) % 4 / 20 for j in range(nk)] for i in range(ni)]
    b = [[(i * (j + 1) + 2) % 5 / 25 for j in range(nj)] for i in range(nk)]
    f = [[0.0] * nl for i in range(nj)]
    c = [[(i * (j + 3)) % 7 / 35 for j in range(nm)] for i in range(nj)]
    d = [[(i * (j + 2) + 2) % 6 / 30 for j in range(nl)] for i in range(nm)]
    g = [[0.0] * nl for i in range(ni)]
    print(kernel(ni, nj, nk, nl, nm, e, a, b, f, c, d, g))


if __name__ == "__main__":
    main()
