"""The object's table grows while workers use the object: they get it when they start."""

import os
from concurrent.futures import ProcessPoolExecutor


def _initialize_worker(analyzer):
    global _analyzer
    _analyzer = analyzer


def _compute_value(text):
    self = _analyzer
    return self.score(text)


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
        workers = max(1, min(len(documents.values()), os.cpu_count() or 1))
        with ProcessPoolExecutor(
            max_workers=workers, initializer=_initialize_worker, initargs=(self,)
        ) as executor:
            values = executor.map(_compute_value, documents.values())
            for (name, text), value in zip(documents.items(), values):
                self.scores[name] = value
                self.total += value


if __name__ == "__main__":
    analyzer = Analyzer({"a": 5, "b": 2})
    analyzer.run({f"d{number}": "abcd" * (number + 1) for number in range(9)})
    print(analyzer.total)
    for name, value in sorted(analyzer.scores.items()):
        print(name, value)
