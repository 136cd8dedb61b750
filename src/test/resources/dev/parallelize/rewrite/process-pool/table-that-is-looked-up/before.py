"""What is worked out looks into the table that the loop fills."""


class Analyzer:
    def __init__(self, weights):
        self.weights = weights
        self.scores = {}

    def score(self, text):
        state = len(self.scores)
        for step in range(20000):
            state = (state * 31 + self.weights.get(text[step % len(text)], 3)) % 10007
        return state

    def run(self, documents):
        for name, text in documents.items():
            self.scores[name] = self.score(text)


if __name__ == "__main__":
    analyzer = Analyzer({"a": 5, "b": 2})
    analyzer.run({f"d{number}": "abcd" * (number + 1) for number in range(9)})
    for name, value in sorted(analyzer.scores.items()):
        print(name, value)
