from dataclasses import dataclass

seen = []


class Size:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        seen.append(self.number)
        return len(seen) % 2 == 0


@dataclass
class Job:
    size: Size


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return Job(Size(number)) == Job(Size(number)), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
