TASKS = [5, 3, 8, 1]


def work(worker):
    task = TASKS.pop()
    total = 0
    for k in range(1500):
        total += task * k % (worker + 7)
    return task, total


def run(workers):
    results = []
    for worker in range(workers):
        results.append(work(worker))
    return results


if __name__ == "__main__":
    print(run(4))
