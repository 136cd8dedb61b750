class Options:
    def __init__(self):
        self.depth = 1


OPTIONS = Options()


def work(n):
    vars(OPTIONS)["depth"] += n
    total = 0
    for k in range(1200):
        total += k % (OPTIONS.depth + 2)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
