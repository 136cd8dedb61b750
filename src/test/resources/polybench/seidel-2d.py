"""Each place of a plate becomes the mean of its neighbours, some of them new already."""


def kernel(tsteps, n, a):
    for t in range(tsteps):  # sequential
        for i in range(1, n - 1):  # sequential
            for j in range(1, n - 1):  # sequential
                a[i][j] = (
                    a[i - 1][j - 1] + a[i - 1][j] + a[i - 1][j + 1]
                    + a[i][j - 1] + a[i][j] + a[i][j + 1]
                    + a[i + 1][j - 1] + a[i + 1][j] + a[i + 1][j + 1]
                ) / 9.0
    return a


def main():
    tsteps, n = 3, 6
    a = [[(i * (j * j % 5 + 2) + 2) / n for j in range(n)] for i in range(n)]
    print(kernel(tsteps, n, a))


if __name__ == "__main__":
    main()
