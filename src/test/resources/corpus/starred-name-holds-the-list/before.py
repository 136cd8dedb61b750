def work(value):
    total = value
    for k in range(1500):
        total = (total * 3 + k) % 5003
    return total


def run(cells):
    out, *others = [cells, cells]
    for i in range(1, len(cells)):
        out[i] = work(others[0][i - 1])
    return cells


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5, 6]))
