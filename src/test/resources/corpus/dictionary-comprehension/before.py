def is_prime(n):
    if n < 2:
        return False
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return True


def run(low, high):
    return {n: is_prime(n) for n in range(low, high)}


if __name__ == "__main__":
    print(run(1000003, 1000012))
