def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def measured(number):
    return costly(number) + (1 if __name__ == "__main__" else 100)


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
