class Item:
    def __init__(self, name):
        self.name = name


REGISTRY = {}


def work(item):
    total = 0
    for k in range(1500):
        total += k % (REGISTRY[id(item)] + 3)
    return total


def run(items):
    results = []
    for item in items:
        results.append(work(item))
    return results


if __name__ == "__main__":
    everything = [Item("a"), Item("b")]
    for rank, item in enumerate(everything):
        REGISTRY[id(item)] = rank
    print(run(everything))
