LEVEL = 7


def scaled(n):
    total = 0
    for k in range(1500):
        total += n * k % LEVEL
    return total


def run(numbers):
    global LEVEL
    results = []
    for n in numbers:
        value = scaled(n)
        LEVEL = value % 10 + 5
        results.append(value)
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
