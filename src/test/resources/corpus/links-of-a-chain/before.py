def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def chain(number):
    head = None
    for k in range(costly(number) % 7 + 3000):
        head = (k, head)
    return head


def run(numbers):
    return [chain(number) for number in numbers]


if __name__ == "__main__":
    print([head[0] for head in run(range(4))])
