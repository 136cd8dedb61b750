"""c := alpha * a * b + beta * c."""


def kernel(ni, nj, nk, alpha, beta, c, a, b):
    for i in range(ni):  # independent
        for j in range(nj):  # independent
            c[i][j] *= beta
        for k in range(nk):  # reduction
            for j in range(nj):  # independent
                c[i][j] += alpha * a[i][k] * b[k][j]
    return c


def main():
    ni, nj, nk = 5, 6, 7
    c = [[(i * j + 1) % 5 / 5 for j in range(nj)] for i in range(ni)]
    a = [[(i * (j + 1)) % 7 / 7 for j in range(nk)] for i in range(ni)]
    b = [[(i * (j + 2)) % 6 / 6 for j in range(nj)] for i in range(nk)]
    print(kernel(ni, nj, nk, 1.5, 1.2, c, a, b))


if __name__ == "__main__":
    main()
