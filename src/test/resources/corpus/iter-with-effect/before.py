class Queue:
    def __init__(self, values):
        self.values = values

    def __iter__(self):
        self.values.pop(0)
        return iter(list(self.values))


QUEUE = Queue(list(range(200)))


def work(n):
    total = 0
    for value in QUEUE:
        for k in range(5):
            total += n * value + k
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
