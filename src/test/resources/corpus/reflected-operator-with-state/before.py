class Meter:
    def __init__(self):
        self.ticks = 0

    def __rmul__(self, factor):
        self.ticks += 1
        return factor * self.ticks


METER = Meter()


def work(n):
    total = 0
    for k in range(400):
        total += (n + k) * METER
    return total % 10007


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([2, 2, 2]))
