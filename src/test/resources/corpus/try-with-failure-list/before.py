def invert(n):
    total = 0.0
    for k in range(1, 1000):
        total += k / (n * k)
    return total


def run(numbers):
    results = []
    failures = []
    for n in numbers:
        try:
            value = invert(n)
        except ZeroDivisionError as problem:
            failures.append((n, str(problem)))
            continue
        results.append(value)
    return results, failures


if __name__ == "__main__":
    print(run([4, 0, 2, 0, 1]))
