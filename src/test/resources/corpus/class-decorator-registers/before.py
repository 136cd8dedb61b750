def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


KEPT = []


def kept(cls):
    KEPT.append(cls)
    return cls


def measured(number):
    @kept
    class Own:
        weight = number

    return costly(number) + len(KEPT)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run([3, 4, 5]))
