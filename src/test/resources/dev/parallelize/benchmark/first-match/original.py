def hard(number):
    value = number
    for k in range(15_000):
        value = (value * 31 + k * number) % 10_007
    return value


def find(numbers, below):
    for number in numbers:
        if hard(number) < below:
            return number
    return None


def main():
    return find(list(range(1, 4_000)), 40)
