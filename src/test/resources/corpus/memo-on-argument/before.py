class Item:
    def __init__(self, n):
        self.n = n
        self.seen = 0


def work(item):
    item.seen += 1
    return item.n * item.seen


def run(items):
    return [work(i) for i in items]


if __name__ == "__main__":
    a = Item(1)
    print(run([a, Item(2), a]))
