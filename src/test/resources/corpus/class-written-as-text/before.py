def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Job:
    def __init__(self, size):
        self.size = size


def label(size):
    job = Job(size)
    return f"{type(job)}: {costly(job.size)}"


def run(sizes):
    return [label(size) for size in sizes]


if __name__ == "__main__":
    print(run(range(4)))
