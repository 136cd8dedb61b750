"""Products of vectors and a matrix, one after the other."""


def kernel(n, alpha, beta, a, u1, v1, u2, v2, w, x, y, z):
    for i in range(n):  # independent
        for j in range(n):  # independent
            a[i][j] += u1[i] * v1[j] + u2[i] * v2[j]
    for i in range(n):  # independent
        for j in range(n):  # reduction
            x[i] += beta * a[j][i] * y[j]
    for i in range(n):  # independent
        x[i] += z[i]
    for i in range(n):  # independent
        for j in range(n):  # reduction
            w[i] += alpha * a[i][j] * x[j]
    return a, x, w


def main():
    n = 6
    a = [[(i * j) % n / n for j in range(n)] for i in range(n)]
    u1 = [float(i) for i in range(n)]
    v1 = [(i + 1) / n / 4.0 for i in range(n)]
    u2 = [(i + 1) / n / 2.0 for i in range(n)]
    v2 = [(i + 1) / n / 6.0 for i in range(n)]
    w = [0.0] * n
    x = [0.0] * n
    y = [(i + 1) / n / 8.0 for i in range(n)]
    z = [(i + 1) / n / 9.0 for i in range(n)]
    print(kernel(n, 1.5, 1.2, a, u1, v1, u2, v2, w, x, y, z))


if __name__ == "__main__":
    main()
