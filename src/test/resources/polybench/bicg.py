"""s := transpose(a) * r and q := a * p, the kernel of the biconjugate gradient method."""


def kernel(m, n, a, s, q, p, r):
    for i in range(m):  # independent
        s[i] = 0.0
    for i in range(n):  # reduction
        q[i] = 0.0
        for j in range(m):  # reduction
            s[j] += r[i] * a[i][j]
            q[i] += a[i][j] * p[j]
    return s, q


def main():
    m, n = 5, 7
    a = [[(i * (j + 1)) % n / n for j in range(m)] for i in range(n)]
    s = [0.5] * m
    q = [0.5] * n
    p = [i % m / m + 0.1 for i in range(m)]
    r = [i % n / n + 0.1 for i in range(n)]
    print(kernel(m, n, a, s, q, p, r))


if __name__ == "__main__":
    main()
