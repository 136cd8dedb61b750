class Key:
    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        Key.comparisons += 1
        return self.value == other.value and Key.comparisons % 3 != 0


def work(key, others):
    hits = 0
    for _ in range(100):
        for other in others:
            hits += key == other
    return hits


def run(keys):
    results = []
    for key in keys:
        results.append(work(key, keys))
    return results


if __name__ == "__main__":
    print(run([Key(1), Key(2), Key(1), Key(1)]))
