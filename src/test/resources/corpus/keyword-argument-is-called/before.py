from itertools import accumulate


class Counter:
    def __init__(self):
        self.calls = 0

    def add(self, a, b):
        self.calls += 1
        return a + b + self.calls


def work(n, add):
    return sum(k * n for k in range(20000)) + list(accumulate([n, n, n], func=add))[-1]


def run(items, add):
    return [work(item, add) for item in items]


if __name__ == "__main__":
    print(run([3, 1, 2], Counter().add))
