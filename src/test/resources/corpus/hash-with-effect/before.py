class Label:
    hashed = 0

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == other.text

    def __hash__(self):
        Label.hashed += 1
        return len(self.text)


def work(label):
    counts = {}
    for k in range(400):
        counts[label] = counts.get(label, 0) + k
    return counts[label] + Label.hashed


def run(labels):
    results = []
    for label in labels:
        results.append(work(label))
    return results


if __name__ == "__main__":
    print(run([Label("a"), Label("bb"), Label("a")]))
