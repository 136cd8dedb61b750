"""Covariances of the columns of a table."""


def kernel(m, n, data, cov, mean):
    for j in range(m):  # independent
        mean[j] = 0.0
        for i in range(n):  # reduction
            mean[j] += data[i][j]
        mean[j] /= n
    for i in range(n):  # independent
        for j in range(m):  # independent
            data[i][j] -= mean[j]
    for i in range(m):  # independent
        for j in range(i, m):  # independent
            cov[i][j] = 0.0
            for k in range(n):  # reduction
                cov[i][j] += data[k][i] * data[k][j]
            cov[i][j] /= n - 1.0
            cov[j][i] = cov[i][j]
    return cov


def main():
    m, n = 5, 7
    data = [[(i * j + i * i) % 11 / m for j in range(m)] for i in range(n)]
    cov = [[0.0] * m for i in range(m)]
    mean = [0.5] * m
    print(kernel(m, n, data, cov, mean))


if __name__ == "__main__":
    main()
