seen = []


def replaceable(function):
    def swap(other):
        nonlocal function
        function = other

    def wrapper(number):
        return function(number)

    wrapper.swap = swap
    return wrapper


@replaceable
def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def counted(number):
    seen.append(number)
    return len(seen)


def run(numbers):
    cost.swap(counted)
    return [cost(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
