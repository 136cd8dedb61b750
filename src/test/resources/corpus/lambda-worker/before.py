def power_sum(n, exponent):
    total = 0
    for k in range(1500):
        total += pow(k, exponent, n + 1)
    return total


def run(numbers, exponent):
    work = lambda n: power_sum(n, exponent)  # noqa: E731
    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([10, 20, 30], 3))
