def advance(cells):
    size = len(cells)
    return [cells[i - 1] ^ (cells[i] | cells[(i + 1) % size]) for i in range(size)]


def run(steps, size):
    cells = [0] * size
    cells[size // 2] = 1
    for _ in range(steps):
        cells = advance(cells)
    return cells


if __name__ == "__main__":
    print(sum(run(60, 101)))
