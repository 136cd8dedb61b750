def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 103
    return total


def run(numbers):
    results = []
    for square in (n * n for n in numbers):
        results.append(work(square))
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
