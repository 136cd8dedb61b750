class Vocabulary(dict):
    def __missing__(self, word):
        self[word] = len(self)
        return self[word]


VOCABULARY = Vocabulary()


def encode(text):
    codes = []
    for _ in range(60):
        codes = [VOCABULARY[word] for word in text.split()]
    return codes


def run(texts):
    results = []
    for text in texts:
        results.append(encode(text))
    return results


if __name__ == "__main__":
    print(run(["b a", "a c b", "d"]))
