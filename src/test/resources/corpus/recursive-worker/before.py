def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def run(numbers):
    results = []
    for n in numbers:
        results.append(fibonacci(n))
    return results


if __name__ == "__main__":
    print(run([14, 15, 16, 13]))
