def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Job:
    def __init__(self, size):
        self.size = size


def label(job):
    return f"{job}", costly(job.size)


def run(jobs):
    return [label(job) for job in jobs]


def check(jobs):
    return [text == str(job) for job, (text, _) in zip(jobs, run(jobs))]


if __name__ == "__main__":
    print(check([Job(size) for size in range(3)]))
