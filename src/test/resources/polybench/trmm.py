"""b := alpha * transpose(a) * b in place, where a is lower triangular with ones on its diagonal."""


def kernel(m, n, alpha, a, b):
    for i in range(m):  # sequential, for it reads what later iterations write
        for j in range(n):  # independent
            for k in range(i + 1, m):  # reduction
                b[i][j] += a[k][i] * b[k][j]
            b[i][j] = alpha * b[i][j]
    return b


def main():
    m, n = 6, 5
    a = [[(i + j) % m / m if j < i else 1.0 for j in range(m)] for i in range(m)]
    b = [[(n + i - j) % n / n for j in range(n)] for i in range(m)]
    print(kernel(m, n, 1.5, a, b))


if __name__ == "__main__":
    main()
