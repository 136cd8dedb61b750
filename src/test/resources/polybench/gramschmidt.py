"""a = q * r with orthonormal columns of q."""

from math import sqrt


def kernel(m, n, a, r, q):
    for k in range(n):  # sequential
        nrm = 0.0
        for i in range(m):  # reduction
            nrm += a[i][k] * a[i][k]
        r[k][k] = sqrt(nrm)
        for i in range(m):  # independent
            q[i][k] = a[i][k] / r[k][k]
        for j in range(k + 1, n):  # independent
            r[k][j] = 0.0
            for i in range(m):  # reduction
                r[k][j] += q[i][k] * a[i][j]
            for i in range(m):  # independent
                a[i][j] = a[i][j] - q[i][k] * r[k][j]
    return r, q


def main():
    m, n = 6, 4
    a = [[((i * j) % m / m) * 10 + (i * i + 3 * j) % 5 + 1 for j in range(n)] for i in range(m)]
    r = [[0.0] * n for i in range(n)]
    q = [[0.0] * n for i in range(m)]
    print(kernel(m, n, a, r, q))


if __name__ == "__main__":
    main()
