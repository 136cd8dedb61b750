"""The test would fail for an item that the loop never comes to."""


def work(number):
    value = number
    for k in range(20000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def first(numbers, weights, wanted):
    for number in numbers:
        if weights[number] > 0:
            result = work(number)
            if result == wanted:
                return result
    return None


if __name__ == "__main__":
    print(first([20, 21, 22, 23, 24, 25, 30, 31], {n: n for n in range(26)}, 23))
