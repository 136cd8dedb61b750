NAMES = {}


class Item:
    def __init__(self, key):
        self.key = key

    def __str__(self):
        return NAMES.setdefault(self.key, f"item-{len(NAMES)}")


def work(item):
    total = 0
    for k in range(1200):
        total += k % 17
    return f"{total}:{str(item)}"


def run(items):
    results = []
    for item in items:
        results.append(work(item))
    return results


if __name__ == "__main__":
    print(run([Item("z"), Item("a"), Item("z")]))
