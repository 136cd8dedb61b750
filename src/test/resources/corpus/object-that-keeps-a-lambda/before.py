def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Scale:
    def __init__(self, factor):
        self.factor = factor
        self.apply = lambda value: value * factor


def measured(number):
    return Scale(costly(number))


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print([scale.apply(2) for scale in run(range(4))])
