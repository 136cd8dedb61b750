"""What was printed before an item fails stays printed: its results must not be lost with a chunk."""


def work(number):
    value = number
    for k in range(2000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def show(numbers):
    for number, result in zip(numbers, map(work, numbers)):
        print(number, result)


if __name__ == "__main__":
    for last in (30, 40, 60):
        try:
            show(range(15, last))
        except ZeroDivisionError as error:
            print(error)
