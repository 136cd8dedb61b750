def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


NAMED = []


class Field:
    def __set_name__(self, owner, name):
        NAMED.append(name)


def measured(number):
    class Own:
        field = Field()

    return costly(number) + len(NAMED)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run([3, 4, 5]))
