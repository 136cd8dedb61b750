"""c := alpha * a * b + beta * c, where only the lower half of the symmetric a is kept."""


def kernel(m, n, alpha, beta, c, a, b):
    for i in range(m):  # sequential
        for j in range(n):  # privatizable
            temp2 = 0.0
            for k in range(i):  # reduction
                c[k][j] += alpha * b[i][j] * a[i][k]
                temp2 += b[k][j] * a[i][k]
            c[i][j] = beta * c[i][j] + alpha * b[i][j] * a[i][i] + alpha * temp2
    return c


def main():
    m, n = 5, 6
    c = [[(i + j) % 10 / m for j in range(n)] for i in range(m)]
    a = [[(i + j) % 10 / m if j <= i else -99.0 for j in range(m)] for i in range(m)]
    b = [[(n + i - j) % 10 / m for j in range(n)] for i in range(m)]
    print(kernel(m, n, 1.5, 1.2, c, a, b))


if __name__ == "__main__":
    main()
