class Job:
    def __init__(self, size):
        self.size = size
        self.done = False


def process(job):
    total = 0
    for k in range(job.size * 300):
        total += k % 7
    job.done = True
    return total


def run(jobs):
    totals = []
    for job in jobs:
        totals.append(process(job))
    return totals


if __name__ == "__main__":
    jobs = [Job(1), Job(2), Job(3)]
    print(run(jobs))
    print([job.done for job in jobs])
