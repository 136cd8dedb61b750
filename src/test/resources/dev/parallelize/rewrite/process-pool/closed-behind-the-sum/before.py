def weigh(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Scale:
    def __init__(self):
        self.open = True

    def put(self, value):
        return weigh(value) if self.open else None

    def close(self):
        self.open = False


def work(values):
    total = 0
    for value in values:
        scale = Scale()
        total += scale.put(value)
        scale.close()
    return total


if __name__ == "__main__":
    print(work([5, 20, 50]))
