class Shared:
    state = {"total": 0}

    def __init__(self):
        self.__dict__ = Shared.state

    def add(self, n):
        for k in range(1500):
            self.total = (self.total * 3 + n + k) % 9001
        return self.total


def run(items):
    results = []
    for n in items:
        results.append(Shared().add(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
