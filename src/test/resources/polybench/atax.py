"""y := transpose(a) * (a * x)."""


def kernel(m, n, a, x, y, tmp):
    for i in range(n):  # independent
        y[i] = 0.0
    for i in range(m):  # reduction
        tmp[i] = 0.0
        for j in range(n):  # reduction
            tmp[i] += a[i][j] * x[j]
        for j in range(n):  # independent
            y[j] += a[i][j] * tmp[i]
    return y


def main():
    m, n = 5, 7
    a = [[(i + j) % n / (5 * m) for j in range(n)] for i in range(m)]
    x = [1 + i / n for i in range(n)]
    y = [0.5] * n
    tmp = [0.5] * m
    print(kernel(m, n, a, x, y, tmp))


if __name__ == "__main__":
    main()
