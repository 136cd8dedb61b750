"""The object's table grows while workers use the object: they get it when they start."""


class Analyzer:
    def __init__(self, weights):
        self.weights = weights
        self.scores = {}
        self.total = 0

    def score(self, text):
        state = 7
        for step in range(20000):
            state = (state * 31 + self.weights.get(text[step % len(text)], 3)) % 10007
        return state

    def run(self, documents):
        for name, text in documents.items():
            value = self.score(text)
            self.scores[name] = value
            self.total += value


if __name__ == "__main__":
    analyzer = Analyzer({"a": 5, "b": 2})
    analyzer.run({f"d{number}": "abcd" * (number + 1) for number in range(9)})
    print(analyzer.total)
    for name, value in sorted(analyzer.scores.items()):
        print(name, value)
