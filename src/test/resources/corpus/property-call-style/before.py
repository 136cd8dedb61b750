class Box:
    seen = []

    def __init__(self, n):
        self.n = n

    def _get(self):
        Box.seen.append(self.n)
        return self.n + len(Box.seen)
    area = property(_get)


def work(box):
    return box.area * 2


def run(items):
    boxes = [Box(n) for n in items]
    out = []
    for box in boxes:
        out.append(work(box))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
