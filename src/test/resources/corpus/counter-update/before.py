from collections import Counter


def letters(text):
    counts = Counter()
    for _ in range(100):
        for letter in text:
            if letter.isalpha():
                counts[letter] += 1
    return counts


def run(texts):
    totals = Counter()
    for text in texts:
        totals.update(letters(text))
    return totals


if __name__ == "__main__":
    print(run(["to be or not to be", "that is the question"]).most_common(5))
