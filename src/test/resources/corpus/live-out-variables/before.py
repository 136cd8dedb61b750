def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 43
    return total


def run(numbers):
    results = []
    for n in numbers:
        value = work(n)
        results.append(value)
    return results, n, value


if __name__ == "__main__":
    print(run([6, 7, 8]))
