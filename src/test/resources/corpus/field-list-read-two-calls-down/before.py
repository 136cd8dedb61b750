class Batch:
    def __init__(self):
        self.results = []

    def level(self):
        return len(self.results) + 7

    def work(self, n):
        total = 0
        for k in range(1500):
            total += n * k % self.level()
        return total

    def run(self, numbers):
        for n in numbers:
            self.results.append(self.work(n))
        return self.results


if __name__ == "__main__":
    print(Batch().run([5, 5, 5]))
