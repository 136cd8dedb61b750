from dataclasses import dataclass


@dataclass
class Size:
    number: int


@dataclass(order=True)
class Job:
    size: Size


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return Job(Size(number)) == Job(Size(number + 1)), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
