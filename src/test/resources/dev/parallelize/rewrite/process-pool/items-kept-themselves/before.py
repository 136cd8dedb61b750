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


def mark(tasks: list[Task], least):
    heavy = [task for task in tasks if task.is_heavy(least)]
    for task in heavy:
        task.heavy = True
    return len(heavy)


if __name__ == "__main__":
    tasks = [Task(size) for size in range(12)]
    print(mark(tasks, 5000), [task.heavy for task in tasks])
