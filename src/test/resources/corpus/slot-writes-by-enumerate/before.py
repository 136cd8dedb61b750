def work(text):
    score = 0
    for _ in range(200):
        for letter in text:
            score = (score * 31 + ord(letter)) % 1000003
    return score


def run(words):
    scores = [0] * len(words)
    for position, word in enumerate(words):
        scores[position] = work(word)
    return scores


if __name__ == "__main__":
    print(run(["alpha", "beta", "gamma", "delta"]))
