def settle(level, n):
    for k in range(1500):
        level = (level * 3 + n + k) % 6007
    return level


def run(targets, size):
    cells = [1] * size
    for n, target in enumerate(targets):
        cells[target] = settle(cells[target], n)
    return cells


if __name__ == "__main__":
    print(run([0, 2, 0, 1, 2, 0], 3))
