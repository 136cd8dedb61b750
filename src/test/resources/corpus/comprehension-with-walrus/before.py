def first_factor(n):
    for divisor in range(2, n):
        if n % divisor == 0:
            return divisor
    return 0


def run(numbers):
    return [(n, factor) for n in numbers if (factor := first_factor(n))]


if __name__ == "__main__":
    print(run([1001, 1009, 2047, 3599, 4093]))
