import threading

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def measured(number):
    return costly(number) + threading.active_count()


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
