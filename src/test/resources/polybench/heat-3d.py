"""Heat in a cube over time."""


def kernel(tsteps, n, a, b):
    for t in range(1, tsteps + 1):  # sequential
        for i in range(1, n - 1):  # independent
            for j in range(1, n - 1):  # independent
                for k in range(1, n - 1):  # independent
                    b[i][j][k] = (
                        0.125 * (a[i + 1][j][k] - 2.0 * a[i][j][k] + a[i - 1][j][k])
                        + 0.125 * (a[i][j + 1][k] - 2.0 * a[i][j][k] + a[i][j - 1][k])
                        + 0.125 * (a[i][j][k + 1] - 2.0 * a[i][j][k] + a[i][j][k - 1])
                        + a[i][j][k]
                    )
        for i in range(1, n - 1):  # independent
            for j in range(1, n - 1):  # independent
                for k in range(1, n - 1):  # independent
                    a[i][j][k] = (
                        0.125 * (b[i + 1][j][k] - 2.0 * b[i][j][k] + b[i - 1][j][k])
                        + 0.125 * (b[i][j + 1][k] - 2.0 * b[i][j][k] + b[i][j - 1][k])
                        + 0.125 * (b[i][j][k + 1] - 2.0 * b[i][j][k] + b[i][j][k - 1])
                        + b[i][j][k]
                    )
    return a


def main():
    tsteps, n = 2, 5
    a = [[[(i * i + 3 * j + n - k) * 10 / n for k in range(n)] for j in range(n)] for i in range(n)]
    b = [[[(i + j + n - k) * 10 / n for k in range(n)] for j in range(n)] for i in range(n)]
    print(kernel(tsteps, n, a, b))


if __name__ == "__main__":
    main()
