class Batch:
    def __init__(self, modulus):
        self.modulus = modulus
        self.finished = 0

    def work(self, n):
        total = 0
        for k in range(1500):
            total += n * k % self.modulus
        return total

    def run(self, numbers):
        results = []
        for n in numbers:
            results.append(self.work(n))
            self.finished += 1
        return results


if __name__ == "__main__":
    batch = Batch(17)
    print(batch.run([1, 2, 3]), batch.finished)
