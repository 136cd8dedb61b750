class Desk:
    def __init__(self):
        self._next = 0

    @property
    def ticket(self):
        self._next += 1
        return self._next


def work(desk, n):
    number = desk.ticket
    total = 0
    for k in range(1500):
        total += n * k % (number + 4)
    return total


def run(desk, items):
    results = []
    for n in items:
        results.append(work(desk, n))
    return results


if __name__ == "__main__":
    print(run(Desk(), [3, 3, 3]))
