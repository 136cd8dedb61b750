def slow(n):
    total = 0
    for k in range(3000):
        total += n * k % 89
    return total


def run(numbers):
    results = []
    for n in numbers:
        if n % 2:
            results.append(slow(n))
        else:
            results.append(0)
    return results


if __name__ == "__main__":
    print(run(range(8)))
