def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 59
    return total


def run(numbers):
    results = []
    for n in numbers:
        results.insert(0, work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
