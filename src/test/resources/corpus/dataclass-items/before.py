from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    name: str
    size: int


def process(job):
    total = 0
    for k in range(job.size * 100):
        total = (total + k * len(job.name)) % 5003
    return total


def run(jobs):
    results = []
    for job in jobs:
        results.append((job.name, process(job)))
    return results


if __name__ == "__main__":
    print(run([Job("a", 5), Job("bb", 9), Job("ccc", 3)]))
