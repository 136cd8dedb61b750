class Point:
    asked = 0
    __match_args__ = ("x",)

    def __init__(self, value):
        self.value = value

    @property
    def x(self):
        Point.asked += 1
        return self.value + Point.asked


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def measured(number):
    match Point(number):
        case Point(x):
            return x, costly(number)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run([3, 3, 3]))
