PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31]
LIMIT = 400


def factor_count(n):
    count = 0
    for k in range(1, LIMIT):
        for prime in PRIMES:
            if (n * k) % prime == 0:
                count += 1
    return count


def run(numbers):
    return_values = []
    for n in numbers:
        return_values.append(factor_count(n))
    return return_values


if __name__ == "__main__":
    print(run([30, 77, 101]))
