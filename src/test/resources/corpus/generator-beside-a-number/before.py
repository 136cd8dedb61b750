def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def prepared(number):
    total = costly(number)
    return [total, (k * k for k in range(total % 5))]


def run(numbers):
    return [prepared(number) for number in numbers]


if __name__ == "__main__":
    print([(total, sum(squares)) for total, squares in run(range(4))])
