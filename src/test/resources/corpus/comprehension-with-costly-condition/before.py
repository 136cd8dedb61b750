def is_prime(n):
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return n > 1


def run(low, high):
    return [n for n in range(low, high) if is_prime(n)]


if __name__ == "__main__":
    print(run(700001, 700060))
