def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 67
    return total


def run(numbers):
    results = []
    for n in numbers:
        results.append(work(n) if n > 3 else None)
    return results


if __name__ == "__main__":
    print(run(range(1, 8)))
