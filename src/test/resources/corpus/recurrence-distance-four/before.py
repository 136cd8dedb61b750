def follow(value, k):
    for _ in range(800):
        value = (value * 16807 + k) % 2147483647
    return value


def run(size):
    table = [1] * size
    for i in range(4, size):
        table[i] = follow(table[i - 4], i)
    return table


if __name__ == "__main__":
    print(run(12))
