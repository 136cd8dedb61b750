class Source:
    def __init__(self, items):
        self.items = items
        self.position = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.position >= len(self.items):
            raise StopIteration
        self.position += 1
        return self.items[self.position - 1]


def work(n):
    return n * n


def run(items):
    source = Source(items)
    out = []
    for n in source:
        out.append((source.position, work(n)))
    return out


if __name__ == "__main__":
    print(run([4, 5, 6]))
