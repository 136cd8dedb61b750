def rows_of(n):
    rows = []
    for k in range(20_000):
        rows.append((k, (k * 7919 + n * 104729) % 10007))
    return rows


def largest(n):
    return max(rows_of(n), key=lambda row: row[1])


def smallest(n):
    rows = [row for row in rows_of(n) if row[0] % n == 0]
    return min(rows, key=lambda row: (row[1], -row[0]), default=None)


def run(numbers):
    found = []
    for n in numbers:
        found.append((largest(n), smallest(n)))
    return found


if __name__ == "__main__":
    print(run([4, 8, 15]))
