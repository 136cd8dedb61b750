def weigh(n):
    total = 0
    for k in range(2000):
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
    weights = {}
    for value in values:
        scale = Scale()
        weights[value] = scale.put(value)
        scale.close()
    return weights


if __name__ == "__main__":
    print(work([5, 20, 50]))
