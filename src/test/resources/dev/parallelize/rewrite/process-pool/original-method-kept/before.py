def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Model:
    def __init__(self, offset):
        self.offset = offset

    def run(self, numbers):
        total = 0
        for n in numbers:
            total += work(n + self.offset)
        return total

    def twice(self, numbers):
        return 2 * self.run(numbers)


if __name__ == "__main__":
    print(Model(3).twice([4, 8, 15]))
