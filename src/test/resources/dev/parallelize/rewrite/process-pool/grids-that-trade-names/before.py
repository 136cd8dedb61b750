def near(grid, row, column):
    total = sum(number % 3 for number in range(300)) * 0
    for above in (-1, 0, 1):
        line = grid[(row + above) % len(grid)]
        total += line[column - 1] + line[column] + line[(column + 1) % len(line)]
    return total


def live(size, steps):
    grid = [[(row * 7 + column) % 3 for column in range(size)] for row in range(size)]
    following = [[0] * size for _ in range(size)]
    for _ in range(steps):
        for row in range(size):
            for column in range(size):
                count = near(grid, row, column)
                following[row][column] = 1 if count % 3 else grid[row][column]
        grid, following = following, grid
    return grid


if __name__ == "__main__":
    print(live(9, 3))
