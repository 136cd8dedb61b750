"""Fills a grid that the caller looks at after a failure in the middle of a row."""


def value(i, j):
    total = 0
    for k in range(500):
        total += (i * k + j) % 13
    return total // (0 if (i, j) == (2, 3) else 1)


def fill(size):
    grid = [[0] * size for _ in range(size)]
    try:
        for i in range(size):
            for j in range(size):
                grid[i][j] = value(i, j)
    except ZeroDivisionError as error:
        print("stopped:", error)
    return grid


if __name__ == "__main__":
    print(fill(5))
