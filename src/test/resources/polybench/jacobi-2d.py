"""Each place of a plate becomes the mean of its neighbours, over and over."""


def kernel(tsteps, n, a, b):
    for t in range(tsteps):  # sequential
        for i in range(1, n - 1):  # independent
            for j in range(1, n - 1):  # independent
                b[i][j] = 0.2 * (a[i][j] + a[i][j - 1] + a[i][1 + j] + a[1 + i][j] + a[i - 1][j])
        for i in range(1, n - 1):  # independent
            for j in range(1, n - 1):  # independent
                a[i][j] = 0.2 * (b[i][j] + b[i][j - 1] + b[i][1 + j] + b[1 + i][j] + b[i - 1][j])
    return a


def main():
    tsteps, n = 3, 6
    a = [[i * (j * j % 5 + 2) / n for j in range(n)] for i in range(n)]
    b = [[i * (j * j % 7 + 3) / n for j in range(n)] for i in range(n)]
    print(kernel(tsteps, n, a, b))


if __name__ == "__main__":
    main()
