calls = []


def counted(function):
    def wrapper(*arguments):
        calls.append(function.__name__)
        return function(*arguments) + len(calls)

    return wrapper


class Job:
    def __init__(self, size):
        self.size = size

    @counted
    def cost(self):
        total = 0
        for k in range(9000):
            total += (self.size * k) % 7
        return total


def run(sizes):
    return [Job(size).cost() for size in sizes]


if __name__ == "__main__":
    print(run(range(4)))
