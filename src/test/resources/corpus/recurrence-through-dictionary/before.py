def combine(a, b):
    for _ in range(600):
        a, b = b, (a + 3 * b) % 9973
    return a


def run(size):
    table = {0: 1, 1: 2}
    for n in range(2, size):
        table[n] = combine(table[n - 1], table[n // 2])
    return table


if __name__ == "__main__":
    print(run(9))
