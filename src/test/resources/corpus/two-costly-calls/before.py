def prepare(n):
    values = []
    for k in range(600):
        values.append(n * k % 101)
    return values


def evaluate(values):
    total = 0
    for a in values:
        total = (total * 3 + a) % 100003
    return total


def run(numbers):
    results = []
    for n in numbers:
        values = prepare(n)
        result = evaluate(values)
        results.append((len(values), result))
    return results


if __name__ == "__main__":
    print(run([5, 6, 7]))
