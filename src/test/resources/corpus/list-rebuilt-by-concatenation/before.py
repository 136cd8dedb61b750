def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 73
    return total


def run(numbers):
    results = []
    for n in numbers:
        results = results + [work(n)]
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
