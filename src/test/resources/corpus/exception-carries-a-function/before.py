def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def measured(number):
    total = costly(number)
    try:
        return total // (number - 3)
    except ZeroDivisionError as error:
        error.undo = lambda: total
        raise


def run(numbers):
    try:
        return [measured(number) for number in numbers]
    except ZeroDivisionError as error:
        return error.undo()


if __name__ == "__main__":
    print(run(range(5)))
