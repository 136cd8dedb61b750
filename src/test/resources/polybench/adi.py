"""Heat conduction in a plate, one direction after the other."""


def kernel(tsteps, n, u, v, p, q):
    dx = 1.0 / n
    dt = 1.0 / tsteps
    mul1 = 2.0 * dt / (dx * dx)
    mul2 = 1.0 * dt / (dx * dx)
    a = -mul1 / 2.0
    b = 1.0 + mul1
    c = a
    d = -mul2 / 2.0
    e = 1.0 + mul2
    f = d
    for t in range(1, tsteps + 1):  # sequential
        for i in range(1, n - 1):  # independent
            v[0][i] = 1.0
            p[i][0] = 0.0
            q[i][0] = v[0][i]
            for j in range(1, n - 1):  # sequential
                p[i][j] = -c / (a * p[i][j - 1] + b)
                q[i][j] = (
                    -d * u[j][i - 1] + (1.0 + 2.0 * d) * u[j][i] - f * u[j][i + 1] - a * q[i][j - 1]
                ) / (a * p[i][j - 1] + b)
            v[n - 1][i] = 1.0
            for j in range(n - 2, 0, -1):  # sequential
                v[j][i] = p[i][j] * v[j + 1][i] + q[i][j]
        for i in range(1, n - 1):  # independent
            u[i][0] = 1.0
            p[i][0] = 0.0
            q[i][0] = u[i][0]
            for j in range(1, n - 1):  # sequential
                p[i][j] = -f / (d * p[i][j - 1] + e)
                q[i][j] = (
                    -a * v[i - 1][j] + (1.0 + 2.0 * a) * v[i][j] - c * v[i + 1][j] - d * q[i][j - 1]
                ) / (d * p[i][j - 1] + e)
            u[i][n - 1] = 1.0
            for j in range(n - 2, 0, -1):  # sequential
                u[i][j] = p[i][j] * u[i][j + 1] + q[i][j]
    return u


def main():
    tsteps, n = 3, 7
    u = [[(i + n - j) / n for j in range(n)] for i in range(n)]
    v = [[0.0] * n for i in range(n)]
    p = [[0.0] * n for i in range(n)]
    q = [[0.0] * n for i in range(n)]
    print(kernel(tsteps, n, u, v, p, q))


if __name__ == "__main__":
    main()
