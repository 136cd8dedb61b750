"""a becomes its lower triangular factor."""

from math import sqrt


def kernel(n, a):
    for i in range(n):  # sequential
        for j in range(i):  # sequential
            for k in range(j):  # reduction
                a[i][j] -= a[i][k] * a[j][k]
            a[i][j] /= a[j][j]
        for k in range(i):  # reduction
            a[i][i] -= a[i][k] * a[i][k]
        a[i][i] = sqrt(a[i][i])
    return a


def main():
    n = 7
    a = [[n + 1.0 if i == j else 1.0 / (1 + i + j) for j in range(n)] for i in range(n)]
    print(kernel(n, a))


if __name__ == "__main__":
    main()
