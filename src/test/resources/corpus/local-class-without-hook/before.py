def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Base:
    weight = 1


def measured(number):
    class Own(Base):
        weight = number

    return costly(Own.weight)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run([3, 4, 5]))
