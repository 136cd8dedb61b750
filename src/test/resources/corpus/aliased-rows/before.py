def work(row, n):
    total = row[0]
    for k in range(1500):
        total = (total * 3 + n + k) % 5003
    return total


def run(count):
    rows = [[0] * 4] * count
    for i in range(count):
        rows[i][0] = work(rows[i], i)
    return rows


if __name__ == "__main__":
    print(run(4))
