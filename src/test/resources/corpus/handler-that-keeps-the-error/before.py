def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    if n == 4:
        raise ValueError(f"four: {n}")
    return total


def more(n):
    total = 0
    for k in range(2000):
        total += n * k % 11
    if n == 5996:
        raise ValueError(f"too much: {n}")
    return total


def run(items):
    results = []
    bad = []
    for item in items:
        try:
            value = work(item)
        except ValueError as error:
            print("bad", item, error)
            bad.append(str(error))
            continue
        other = more(value)
        results.append(value + other)
    return results, bad


if __name__ == "__main__":
    for numbers in [3, 1, 4, 1, 5], [3, 1, 4, 2, 5, 9], []:
        try:
            print(run(numbers))
        except ValueError as error:
            print("left with", error)
