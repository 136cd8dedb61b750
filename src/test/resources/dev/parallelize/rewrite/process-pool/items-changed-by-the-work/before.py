def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def refine(row):
    row.append(work(len(row)))
    return len(row)


def run(rows):
    return [refine(row) for row in rows]


if __name__ == "__main__":
    table = [[4], [8, 15]]
    print(run(table), table)
