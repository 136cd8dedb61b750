def divisors(number):
    return sum(1 for d in range(1, number) if number % d == 0)


def perfect(number):
    return sum(d for d in range(1, number) if number % d == 0) == number


def count(limit):
    total = 0
    for number in range(2, limit):
        total += perfect(number)
    return total


def main():
    return count(3_500)
