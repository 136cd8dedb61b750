class Box:
    def __init__(self, n):
        self.n = n


def work(a, n):
    return a.n + n


def run(items, a, b):
    for n in items:
        b.n = work(a, n)
    return b.n


if __name__ == "__main__":
    box = Box(1)
    print(run([1, 2, 3], box, box))
