def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, table):
        self.table = table

    def score(self, n):
        return work(n) + self.table.get(n, 0)

    def run(self, numbers):
        return {n: self.score(n) for n in numbers}


if __name__ == "__main__":
    model = Model({})
    model.table[4] = 100_000
    print(model.run([4, 8, 15]))
