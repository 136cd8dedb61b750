"""Solves a triangular system of equations from the first to the last."""


def kernel(n, lower, x, b):
    for i in range(n):  # sequential
        x[i] = b[i]
        for j in range(i):  # reduction
            x[i] -= lower[i][j] * x[j]
        x[i] = x[i] / lower[i][i]
    return x


def main():
    n = 7
    lower = [[(i + n - j + 1) * 2 / n for j in range(n)] for i in range(n)]
    x = [-9.0] * n
    b = [float(i) + 1 for i in range(n)]
    print(kernel(n, lower, x, b))


if __name__ == "__main__":
    main()
