class Model:
    def __init__(self, factor):
        self.factor = factor

    def __work(self, n):
        total = 0
        for k in range(200_000):
            total = (total * self.factor + n * k) % 10007
        return total

    def run(self, items):
        return [self.__work(item) for item in items]


if __name__ == "__main__":
    print(Model(31).run([1, 2, 3, 4]))
