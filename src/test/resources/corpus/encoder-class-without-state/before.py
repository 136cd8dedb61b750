import json


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def encoded(number):
    return json.dumps({"total": costly(number), "seen": {number}}, cls=Encoder)


def run(numbers):
    return [encoded(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
