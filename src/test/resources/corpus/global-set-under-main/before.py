LIMIT = None


def work(n):
    total = 0
    for k in range(LIMIT):
        total += n * k % 37
    return total


def run(numbers):
    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    LIMIT = 1500
    print(run([1, 2, 3]))
