class Batch:
    def __init__(self, numbers):
        self.numbers = numbers
        self.results = []

    @staticmethod
    def work(n):
        total = 0
        for k in range(2000):
            total += n * k % 41
        return total

    def run(self):
        for n in self.numbers:
            self.results.append(self.work(n))


if __name__ == "__main__":
    batch = Batch([4, 5, 6])
    batch.run()
    print(batch.results)
