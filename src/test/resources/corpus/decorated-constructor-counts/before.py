seen = []


def counted(function):
    def wrapper(self, *arguments):
        seen.append(function.__name__)
        function(self, *arguments)
        self.rank = len(seen)

    return wrapper


class Job:
    @counted
    def __init__(self, size):
        self.size = size


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    job = Job(number)
    return job.rank, costly(job.size)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
