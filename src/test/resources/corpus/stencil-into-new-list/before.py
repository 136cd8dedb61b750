def smooth(grid):
    size = len(grid)
    result = [[0.0] * size for _ in range(size)]
    for i in range(1, size - 1):
        for j in range(1, size - 1):
            total = 0.0
            for di in (-1, 0, 1):
                for dj in (-1, 0, 1):
                    total += grid[i + di][j + dj]
            result[i][j] = total / 9.0
    return result


if __name__ == "__main__":
    grid = [[float((i * j) % 11) for j in range(30)] for i in range(30)]
    print(repr(sum(sum(row) for row in smooth(grid))))
