"""The hit comes right before an item that fails: it must not be lost with the other's chunk."""


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def first(numbers, wanted):
    for number in numbers:
        if work(number) == wanted:
            return number
    return None


if __name__ == "__main__":
    print([first(range(10, 400), wanted) for wanted in (23, 24, 25)])
