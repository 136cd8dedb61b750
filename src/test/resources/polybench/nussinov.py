"""The strongest pairs that a strand can fold into."""


def match(one, other):
    return 2 + one if one + other == 3 else 0


def kernel(n, seq, table):
    for i in range(n - 1, -1, -1):  # sequential
        for j in range(i + 1, n):  # sequential
            if j - 1 >= 0:
                table[i][j] = max(table[i][j], table[i][j - 1])
            if i + 1 < n:
                table[i][j] = max(table[i][j], table[i + 1][j])
            if j - 1 >= 0 and i + 1 < n:
                if i < j - 1:
                    table[i][j] = max(table[i][j], table[i + 1][j - 1] + match(seq[i], seq[j]))
                else:
                    table[i][j] = max(table[i][j], table[i + 1][j - 1])
            for k in range(i + 1, j):  # reduction
                table[i][j] = max(table[i][j], table[i][k] + table[k + 1][j])
    return table


def main():
    n = 14
    seq = [(i * i * i + i // 2) % 4 for i in range(n)]
    table = [[0] * n for i in range(n)]
    print(kernel(n, seq, table))


if __name__ == "__main__":
    main()
