"""An item fails before the one behind it cannot be made: its failure comes first."""


def work(number):
    value = number
    for k in range(20000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def numbers(lines):
    for line in lines:
        yield int(line)


def results(lines):
    return [work(number) for number in numbers(lines)]


if __name__ == "__main__":
    for lines in (["20", "26", "x"], ["20", "x", "26"], ["20", "21"]):
        try:
            print(results(lines))
        except (ValueError, ZeroDivisionError) as error:
            print(repr(error))
