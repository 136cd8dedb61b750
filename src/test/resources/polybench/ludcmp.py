"""Solves a system of linear equations by factors of its matrix."""


def kernel(n, a, b, x, y):
    for i in range(n):  # sequential
        for j in range(i):  # sequential
            w = a[i][j]
            for k in range(j):  # reduction
                w -= a[i][k] * a[k][j]
            a[i][j] = w / a[j][j]
        for j in range(i, n):  # privatizable
            w = a[i][j]
            for k in range(i):  # reduction
                w -= a[i][k] * a[k][j]
            a[i][j] = w
    for i in range(n):  # sequential
        w = b[i]
        for j in range(i):  # reduction
            w -= a[i][j] * y[j]
        y[i] = w
    for i in range(n - 1, -1, -1):  # sequential
        w = y[i]
        for j in range(i + 1, n):  # reduction
            w -= a[i][j] * x[j]
        x[i] = w / a[i][i]
    return x


def main():
    n = 7
    a = [[n + 1.0 if i == j else 1.0 / (1 + i + 2 * j) for j in range(n)] for i in range(n)]
    b = [(i + 1) / n / 2.0 + 4 for i in range(n)]
    x = [0.0] * n
    y = [0.0] * n
    print(kernel(n, a, b, x, y))


if __name__ == "__main__":
    main()
