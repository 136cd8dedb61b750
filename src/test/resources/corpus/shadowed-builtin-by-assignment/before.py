class Counting:
    def __init__(self):
        self.calls = 0

    def __call__(self, x):
        self.calls += 1
        return x + self.calls


abs = Counting()  # noqa: A001


def work(n):
    total = 0
    for k in range(800):
        total += abs(n - k)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
