def work(values):
    total = 0
    for _ in range(400):
        for value in values:
            total = (total * 7 + value) % 9973
    return total


def run(table):
    results = []
    for key in sorted(table):
        results.append((key, work(table[key])))
    return results


if __name__ == "__main__":
    print(run({"b": [1, 2], "a": [3, 4, 5], "c": [6]}))
