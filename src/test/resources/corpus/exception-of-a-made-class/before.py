def make_error(name):
    class Failed(Exception):
        label = name

    return Failed


Failed = make_error("cost")


def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    if number == 2:
        raise Failed(number)
    return total


def run(numbers):
    for number in numbers:
        try:
            print(cost(number))
        except Failed as error:
            print(error.label, error)


if __name__ == "__main__":
    run(range(4))
