def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 67
    return total


def run(numbers):
    for n in numbers:
        value = work(n)
        assert n < 4, f"item {n} is too large"
        print(n, value)


if __name__ == "__main__":
    try:
        run([1, 2, 5, 3])
    except AssertionError as problem:
        print("stopped:", problem)
