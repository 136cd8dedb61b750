class Tape:
    def __init__(self, values):
        self.values = values
        self.position = 0

    def __getitem__(self, offset):
        self.position = (self.position + offset + 1) % len(self.values)
        return self.values[self.position]


TAPE = Tape(list(range(1, 40)))


def work(n):
    total = 0
    for k in range(600):
        total += TAPE[k % 3] * n
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
