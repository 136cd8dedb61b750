def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def pair(number):
    head = costly(number)
    head = (number, head)
    return head


def run(numbers):
    return [pair(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
