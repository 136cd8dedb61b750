"""y := alpha * a * x + beta * b * x."""


def kernel(n, alpha, beta, a, b, tmp, x, y):
    for i in range(n):  # independent
        tmp[i] = 0.0
        y[i] = 0.0
        for j in range(n):  # reduction
            tmp[i] = a[i][j] * x[j] + tmp[i]
            y[i] = b[i][j] * x[j] + y[i]
        y[i] = alpha * tmp[i] + beta * y[i]
    return y


def main():
    n = 6
    a = [[(i * j + 1) % n / n for j in range(n)] for i in range(n)]
    b = [[(i * j + 2) % n / n for j in range(n)] for i in range(n)]
    tmp = [0.5] * n
    x = [i % n / n for i in range(n)]
    y = [0.5] * n
    print(kernel(n, 1.5, 1.2, a, b, tmp, x, y))


if __name__ == "__main__":
    main()
