def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Record:
    def __init__(self, fields):
        self.fields = fields

    def __getattr__(self, name):
        return self.fields[name]


def measured(number):
    return Record({"total": costly(number)})


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print([record.total for record in run(range(4))])
