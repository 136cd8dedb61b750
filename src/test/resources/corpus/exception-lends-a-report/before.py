class Report:
    def __init__(self):
        self.errors = []


class Failed(Exception):
    def __init__(self, report):
        super().__init__(report)
        self.report = report


report = Report()


def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    if number == 2:
        raise Failed(report)
    return total


def run(numbers):
    for number in numbers:
        try:
            print(cost(number))
        except Failed as error:
            error.report.errors.append(number)


if __name__ == "__main__":
    run(range(4))
    print(report.errors)
