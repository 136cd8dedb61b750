def totals(number):
    sums = {}
    for k in range(9000):
        kind = (number * k) % 5
        sums[kind] = sums.get(kind, 0) + k
    return sums


def run(numbers):
    merged = {}
    for number in numbers:
        for kind, value in totals(number).items():
            merged[kind] = merged.get(kind, 0) + value
    return merged


if __name__ == "__main__":
    print(run(range(9)))
