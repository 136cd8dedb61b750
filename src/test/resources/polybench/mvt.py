"""A matrix and its transpose, each times a vector."""


def kernel(n, x1, x2, y1, y2, a):
    for i in range(n):  # independent
        for j in range(n):  # reduction
            x1[i] = x1[i] + a[i][j] * y1[j]
    for i in range(n):  # independent
        for j in range(n):  # reduction
            x2[i] = x2[i] + a[j][i] * y2[j]
    return x1, x2


def main():
    n = 6
    x1 = [i % n / n for i in range(n)]
    x2 = [(i + 1) % n / n for i in range(n)]
    y1 = [(i + 3) % n / n for i in range(n)]
    y2 = [(i + 4) % n / n for i in range(n)]
    a = [[(i * j) % n / n for j in range(n)] for i in range(n)]
    print(kernel(n, x1, x2, y1, y2, a))


if __name__ == "__main__":
    main()
