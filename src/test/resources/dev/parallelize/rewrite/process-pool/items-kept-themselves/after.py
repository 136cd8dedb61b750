import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import compress


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


class Task:
    def __init__(self, size):
        self.size = size
        self.heavy = False

    def is_heavy(self, least):
        return work(self.size) > least


def _process_task(task, least):
    return task.is_heavy(least)


def mark(tasks: list[Task], least):
    workers = max(1, min(len(tasks), os.cpu_count() or 1))
    chunksize = max(1, len(tasks) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        chosen = executor.map(
            partial(_process_task, least=least), tasks, chunksize=chunksize
        )
        heavy = list(compress(tasks, chosen))
    for task in heavy:
        task.heavy = True
    return len(heavy)


if __name__ == "__main__":
    tasks = [Task(size) for size in range(12)]
    print(mark(tasks, 5000), [task.heavy for task in tasks])
