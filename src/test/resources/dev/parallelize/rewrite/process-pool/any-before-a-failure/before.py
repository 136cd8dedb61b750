"""Items behind the one that decides are not looked at."""


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def holds(numbers, wanted):
    candidates = list(numbers)
    return any(work(number) == wanted for number in candidates)


if __name__ == "__main__":
    print([holds(range(10, 400), wanted) for wanted in (23, 24, 25)])
