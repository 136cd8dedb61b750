class Result:
    def __init__(self, value):
        self.value = value


Old = Result


class Result:
    def __init__(self, value):
        self.value = -value


def work(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return Old(total)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print([result.value for result in run(range(4))])
