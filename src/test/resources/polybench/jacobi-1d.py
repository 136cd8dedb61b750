"""Each place becomes the mean of its neighbours, over and over."""


def kernel(tsteps, n, a, b):
    for t in range(tsteps):  # sequential
        for i in range(1, n - 1):  # independent
            b[i] = 0.33333 * (a[i - 1] + a[i] + a[i + 1])
        for i in range(1, n - 1):  # independent
            a[i] = 0.33333 * (b[i - 1] + b[i] + b[i + 1])
    return a


def main():
    tsteps, n = 3, 8
    a = [(i * i % 5 + 2) / n for i in range(n)]
    b = [(i * i % 7 + 3) / n for i in range(n)]
    print(kernel(tsteps, n, a, b))


if __name__ == "__main__":
    main()
