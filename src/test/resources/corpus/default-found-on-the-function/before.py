def names(known=[]):
    return known


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    names.__defaults__[0].append(number)
    return len(names()), costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
