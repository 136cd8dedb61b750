def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def odd(numbers):
    return (number for number in numbers if number % 2)


def run(numbers):
    return [costly(number) for number in odd(numbers)]


if __name__ == "__main__":
    print(run(range(9)))
