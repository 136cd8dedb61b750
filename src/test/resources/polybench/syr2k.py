"""c := alpha * a * transpose(b) + alpha * b * transpose(a) + beta * c, its lower half."""


def kernel(n, m, alpha, beta, c, a, b):
    for i in range(n):  # independent
        for j in range(i + 1):  # independent
            c[i][j] *= beta
        for k in range(m):  # reduction
            for j in range(i + 1):  # independent
                c[i][j] += a[j][k] * alpha * b[i][k] + b[j][k] * alpha * a[i][k]
    return c


def main():
    n, m = 6, 4
    c = [[(i * j + 3) % n / m for j in range(n)] for i in range(n)]
    a = [[(i * j + 1) % n / n for j in range(m)] for i in range(n)]
    b = [[(i * j + 2) % m / m for j in range(m)] for i in range(n)]
    print(kernel(n, m, 1.5, 1.2, c, a, b))


if __name__ == "__main__":
    main()
