def power_sum(n, exponent):
    total = 0
    for k in range(1500):
        total += pow(k, exponent, n + 1)
    return total


def run(tasks):
    results = []
    for task in tasks:
        results.append(task())
    return results


if __name__ == "__main__":
    print(run([lambda: power_sum(10, 2), lambda: power_sum(20, 3)]))
