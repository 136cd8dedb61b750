class Acc:
    def __init__(self):
        self.total = 0

    def run(self, other, items):
        for n in items:
            self.total += work(other, n)
        return self.total


def work(acc, n):
    return acc.total + n


if __name__ == "__main__":
    a = Acc()
    print(a.run(a, [1, 2, 3]))
