class Lazy:
    def __init__(self):
        self.loads = 0

    def __getattr__(self, name):
        self.loads += 1
        return self.loads


lazy = Lazy()


def work(n):
    return lazy.value * n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 5]))
