seen = []


def counted(function):
    def wrapper(*arguments):
        seen.append(function.__name__)
        return function(*arguments) + len(seen)

    return wrapper


class Amount:
    @counted
    def __add__(self, number):
        return number


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    return Amount() + number, costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
