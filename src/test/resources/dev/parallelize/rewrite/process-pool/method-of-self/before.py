def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    scale = 3

    def __init__(self, offset):
        self.offset = offset

    def score(self, n):
        return work(n + self.offset) * self.scale

    def run(self, numbers):
        scores = []
        for n in numbers:
            scores.append(self.score(n))
        return scores


if __name__ == "__main__":
    print(Model(2).run([4, 8, 15]))
