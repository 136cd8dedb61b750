def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def failed(number):
    try:
        return 1 // number
    except ZeroDivisionError as error:
        return error


def place(error):
    costly(error.__traceback__.tb_lineno)
    return error.__traceback__ is not None


def places(errors):
    return [place(error) for error in errors]


if __name__ == "__main__":
    print(places([failed(0), failed(0)]))
