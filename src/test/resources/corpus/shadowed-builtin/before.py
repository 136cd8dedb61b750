CALLS = []


def sum(values):  # noqa: A001
    CALLS.append(1)
    total = len(CALLS)
    for value in values:
        total += value
    return total


def run(rows):
    results = []
    for row in rows:
        results.append(sum(row * 500))
    return results


if __name__ == "__main__":
    print(run([[1, 2], [1, 2], [1, 2]]))
