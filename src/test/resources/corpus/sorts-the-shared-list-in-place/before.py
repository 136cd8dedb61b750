def rank(values, n):
    values.sort()
    total = 0
    for k in range(1500):
        total += values[k % len(values)] * n % 11
    return total


def run(numbers, values):
    results = []
    for n in numbers:
        results.append(rank(values, n))
    return results, values


if __name__ == "__main__":
    print(run([1, 2], [3, 1, 2]))
