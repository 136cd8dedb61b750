def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 61
    return total


def run(rows):
    sums = []
    for row in rows:
        total = 0
        for n in row:
            total += work(n)
        sums.append(total)
    return sums


if __name__ == "__main__":
    print(run([[1, 2], [3], [4, 5, 6]]))
