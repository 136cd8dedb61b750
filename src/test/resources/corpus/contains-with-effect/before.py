class Visited:
    def __init__(self):
        self.known = []

    def __contains__(self, value):
        found = value in self.known
        self.known.append(value)
        return found


VISITED = Visited()


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 19
    return -1 if n in VISITED else total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([4, 5, 4, 5]))
