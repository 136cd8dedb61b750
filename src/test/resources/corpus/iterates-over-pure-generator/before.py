def chunks(values, size):
    for start in range(0, len(values), size):
        yield values[start : start + size]


def weigh(chunk):
    total = 0
    for _ in range(400):
        for value in chunk:
            total = (total * 3 + value) % 9001
    return total


def run(values):
    results = []
    for chunk in chunks(values, 3):
        results.append(weigh(chunk))
    return results


if __name__ == "__main__":
    print(run(list(range(11))))
