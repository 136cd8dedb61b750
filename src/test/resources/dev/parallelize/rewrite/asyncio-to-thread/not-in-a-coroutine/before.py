import time


def load_all(numbers):
    found = []
    for number in numbers:
        time.sleep(0.01)
        found.append(number)
    return found


print(load_all([1, 2]))
