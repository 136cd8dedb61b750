class Task:
    created = 0

    def __init__(self, size):
        Task.created += 1
        self.number = Task.created
        self.size = size

    def cost(self):
        total = 0
        for k in range(self.size * 300):
            total += k % (self.number + 1)
        return total


def run(sizes):
    results = []
    for size in sizes:
        task = Task(size)
        results.append((task.number, task.cost()))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
