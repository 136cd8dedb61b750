def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Tables:
    def build(self, numbers):
        return [work(n) for n in numbers]


class Squares:
    TABLE = Tables().build(range(20))


if __name__ == "__main__":
    print(Squares.TABLE)
