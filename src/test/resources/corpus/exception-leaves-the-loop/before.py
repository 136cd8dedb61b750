def check(n):
    total = 0
    for k in range(1500):
        total += k % (n + 1)
    if n == 3:
        raise ValueError(f"bad item {n}")
    return total


def run(numbers, results):
    for n in numbers:
        results.append(check(n))


if __name__ == "__main__":
    collected = []
    try:
        run([1, 2, 3, 4], collected)
    except ValueError as problem:
        print("stopped:", problem)
    print(collected)
