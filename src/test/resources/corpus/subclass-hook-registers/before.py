def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


MADE = []


class Base:
    def __init_subclass__(cls):
        MADE.append(cls.__name__)


def measured(number):
    class Own(Base):
        weight = number

    return costly(Own.weight) + len(MADE)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run([3, 4, 5]), len(MADE))
