SWITCH = [1]


def key(value):
    SWITCH[0] = -SWITCH[0] if value == 3 else SWITCH[0]
    return value * SWITCH[0]


def work(row):
    result = row
    for _ in range(151):
        result = sorted(result, key=key)
    return result


def run(rows):
    results = []
    for row in rows:
        results.append(work(row))
    return results


if __name__ == "__main__":
    print(run([[1, 3, 2], [4, 3, 5], [3, 1, 2]]))
