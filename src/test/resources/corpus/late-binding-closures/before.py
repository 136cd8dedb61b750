def slow(n):
    total = 0
    for k in range(1500):
        total += n * k % 7
    return total


def run(items):
    tasks = []
    for n in items:
        tasks.append(lambda: slow(n))
    return [task() for task in tasks]


if __name__ == "__main__":
    print(run([1, 2, 3]))
