seen = []


def plain(function):
    def wrapper(number):
        return function(number)

    return wrapper


def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Holder:
    pass


holder = Holder()
holder.function = lambda number: seen.append(number) or len(seen)
first = plain(cost)
second = plain(holder.function)


def run(numbers):
    return [(first(number), second(number)) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
