"""A view shows the table that the loop fills, under a name of its own."""


class Analyzer:
    def __init__(self, weights):
        self.weights = weights
        self.scores = {}
        self.known = self.scores.keys()

    def score(self, text):
        state = len(self.known)
        for step in range(20000):
            state = (state * 31 + self.weights.get(text[step % len(text)], 3)) % 10007
        return state

    def run(self, documents):
        for name, text in documents.items():
            self.scores[name] = self.score(text)


if __name__ == "__main__":
    analyzer = Analyzer({"a": 5, "b": 2})
    analyzer.run({f"d{number}": "abcd" * (number + 1) for number in range(9)})
    print(sorted(analyzer.scores.items()))
