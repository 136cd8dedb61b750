def refine(start, n):
    value = start
    for k in range(1500):
        value = (value * 3 + n + k) % 997
    return value


def run(items):
    last_good = 1
    results = []
    for n in items:
        value = refine(last_good, n)
        if value > 300:
            last_good = value
        results.append(value)
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
