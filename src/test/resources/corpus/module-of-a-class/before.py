def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Job:
    def __init__(self, size):
        self.size = size


def path(thing):
    return thing.__class__.__module__ + "." + thing.__class__.__qualname__


def measured(size):
    return path(Job(size)), costly(size)


def run(sizes):
    return [measured(size) for size in sizes]


if __name__ == "__main__":
    print(run(range(4)))
