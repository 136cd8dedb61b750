def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    if number == 2:
        raise ValueError(lambda: total)
    return total


def run(numbers):
    for number in numbers:
        try:
            print(cost(number))
        except ValueError as error:
            print(error.args[0]())


if __name__ == "__main__":
    run(range(4))
