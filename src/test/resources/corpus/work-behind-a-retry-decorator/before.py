import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*arguments):
            for attempt in range(times):
                try:
                    return function(*arguments)
                except ValueError:
                    if attempt == times - 1:
                        raise

        return wrapper

    return decorate


@retry(3)
def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    if number == 2:
        raise ValueError(number)
    return total


def run(numbers):
    costs = []
    for number in numbers:
        try:
            costs.append(cost(number))
        except ValueError as error:
            costs.append(str(error))
    return costs


if __name__ == "__main__":
    print(run(range(4)))
