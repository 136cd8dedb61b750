def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 107
    return total


def run(numbers):
    results = []
    for n in filter(lambda value: value % 2, numbers):
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
