"""Solves the Yule-Walker equations."""


def kernel(n, r, y, z):
    y[0] = -r[0]
    beta = 1.0
    alpha = -r[0]
    for k in range(1, n):  # sequential
        beta = (1.0 - alpha * alpha) * beta
        total = 0.0
        for i in range(k):  # reduction
            total += r[k - i - 1] * y[i]
        alpha = -(r[k] + total) / beta
        for i in range(k):  # independent
            z[i] = y[i] + alpha * y[k - i - 1]
        for i in range(k):  # independent
            y[i] = z[i]
        y[k] = alpha
    return y


def main():
    n = 7
    r = [(n + 1 - i) / (4 * n) for i in range(n)]
    y = [0.0] * n
    z = [0.0] * n
    print(kernel(n, r, y, z))


if __name__ == "__main__":
    main()
