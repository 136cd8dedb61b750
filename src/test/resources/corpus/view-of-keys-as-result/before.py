def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def totals(number):
    found = {number: costly(number), number + 1: costly(number + 1)}
    return found.keys()


def run(numbers):
    return [totals(number) for number in numbers]


if __name__ == "__main__":
    print([sorted(keys) for keys in run(range(4))])
