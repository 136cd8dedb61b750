def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, factor):
        self.factor = factor

    def score(self, n):
        return work(n) * self.factor

    def run(self, numbers):
        scores = {}
        for n in numbers:
            scores[n] = self.score(n)
        return scores


if __name__ == "__main__":
    print(Model(3).run([4, 8, 15, 4]))
