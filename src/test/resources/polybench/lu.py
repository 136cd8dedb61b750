"""a becomes its lower and upper triangular factors."""


def kernel(n, a):
    for i in range(n):  # sequential
        for j in range(i):  # sequential
            for k in range(j):  # reduction
                a[i][j] -= a[i][k] * a[k][j]
            a[i][j] /= a[j][j]
        for j in range(i, n):  # independent
            for k in range(i):  # reduction
                a[i][j] -= a[i][k] * a[k][j]
    return a


def main():
    n = 7
    a = [[n + 1.0 if i == j else 1.0 / (1 + i + 2 * j) for j in range(n)] for i in range(n)]
    print(kernel(n, a))


if __name__ == "__main__":
    main()
