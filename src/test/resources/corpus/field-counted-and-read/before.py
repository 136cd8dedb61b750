class Batch:
    def __init__(self):
        self.finished = 0

    def work(self, n):
        total = 0
        for k in range(1500):
            total += n * k % (self.finished + 17)
        return total

    def run(self, numbers):
        results = []
        for n in numbers:
            results.append(self.work(n))
            self.finished += 1
        return results


if __name__ == "__main__":
    print(Batch().run([5, 5, 5]))
