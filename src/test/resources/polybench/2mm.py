"""d := alpha * a * b * c + beta * d."""


def kernel(ni, nj, nk, nl, alpha, beta, tmp, a, b, c, d):
    for i in range(ni):  # independent
        for j in range(nj):  # independent
            tmp[i][j] = 0.0
            for k in range(nk):  # reduction
                tmp[i][j] += alpha * a[i][k] * b[k][j]
    for i in range(ni):  # independent
        for j in range(nl):  # independent
            d[i][j] *= beta
            for k in range(nj):  # reduction
                d[i][j] += tmp[i][k] * c[k][j]
    return d


def main():
    ni, nj, nk, nl = 4, 5, 6, 7
    tmp = [[0.0] * nj for i in range(ni)]
    a = [[(i * j + 1) % 4 / 4 for j in range(nk)] for i in range(ni)]
    b = [[(i * (j + 1)) % 5 / 5 for j in range(nj)] for i in range(nk)]
    c = [[(i * (j + 3) + 1) % 7 / 7 for j in range(nl)] for i in range(nj)]
    d = [[(i * (j + 2)) % 6 / 6 for j in range(nl)] for i in range(ni)]
    print(kernel(ni, nj, nk, nl, 1.5, 1.2, tmp, a, b, c, d))


if __name__ == "__main__":
    main()
