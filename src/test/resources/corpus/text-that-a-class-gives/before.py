def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Job:
    def __init__(self, size):
        self.size = size

    def __str__(self):
        return f"job {self.size}"


def label(job):
    return f"{job}", costly(job.size)


def run(jobs):
    return [label(job) for job in jobs]


if __name__ == "__main__":
    print(run([Job(size) for size in range(3)]))
