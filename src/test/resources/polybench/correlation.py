"""Correlation coefficients of the columns of a table."""

from math import sqrt


def kernel(m, n, data, corr, mean, stddev):
    for j in range(m):  # independent
        mean[j] = 0.0
        for i in range(n):  # reduction
            mean[j] += data[i][j]
        mean[j] /= n
    for j in range(m):  # independent
        stddev[j] = 0.0
        for i in range(n):  # reduction
            stddev[j] += (data[i][j] - mean[j]) * (data[i][j] - mean[j])
        stddev[j] /= n
        stddev[j] = sqrt(stddev[j])
        stddev[j] = 1.0 if stddev[j] <= 0.1 else stddev[j]
    for i in range(n):  # independent
        for j in range(m):  # independent
            data[i][j] -= mean[j]
            data[i][j] /= sqrt(n) * stddev[j]
    for i in range(m - 1):  # independent
        corr[i][i] = 1.0
        for j in range(i + 1, m):  # independent
            corr[i][j] = 0.0
            for k in range(n):  # reduction
                corr[i][j] += data[k][i] * data[k][j]
            corr[j][i] = corr[i][j]
    corr[m - 1][m - 1] = 1.0
    return corr


def main():
    m, n = 5, 7
    data = [[(i * j) / m + i + (i * i * j) % 5 for j in range(m)] for i in range(n)]
    corr = [[0.0] * m for i in range(m)]
    mean = [0.5] * m
    stddev = [0.5] * m
    print(kernel(m, n, data, corr, mean, stddev))


if __name__ == "__main__":
    main()
