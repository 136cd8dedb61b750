def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


MODULUS = 97
WEIGHTS = (3, 5, 7)


def run(numbers):
    results = []
    for n in numbers:
        value = sum(work(n + w) for w in WEIGHTS)
        results.append(value % MODULUS)
    return results


if __name__ == "__main__":
    print(run([4, 8, 15]))
