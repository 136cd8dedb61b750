import queue


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(tasks: queue.Queue, answers: queue.Queue):
    for task in iter(tasks.get, None):
        value = work(task)
        answers.put(value)


if __name__ == "__main__":
    tasks, answers = queue.Queue(), queue.Queue()
    for task in (1, 2, None):
        tasks.put(task)
    run(tasks, answers)
    print(answers.get(), answers.get())
