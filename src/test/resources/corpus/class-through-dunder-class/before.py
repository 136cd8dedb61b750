class Item:
    made = 0

    def __init__(self, n):
        self.n = n
        self.__class__.made += 1
        self.rank = self.__class__.made


def work(n):
    return Item(n).rank * 10


def run(items):
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3, 4]), Item.made)
