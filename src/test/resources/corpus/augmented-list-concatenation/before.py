def work(n):
    value = n
    for _ in range(3000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def run(numbers):
    results = []
    for n in numbers:
        results += [work(n), -n]
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5]))
