import math

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


MISSING = math.nan


def measured(number):
    total = costly(number)
    return MISSING if total > 5 else 0.5


def run(numbers):
    return {measured(number) for number in numbers}


if __name__ == "__main__":
    print(len(run(range(8))))
