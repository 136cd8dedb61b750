from collections import defaultdict

NUMBERS = defaultdict(lambda: len(NUMBERS))


def work(word):
    total = 0
    for k in range(1500):
        total += len(word) * k % 7
    return NUMBERS[word] * 100000 + total


def run(words):
    results = []
    for word in words:
        results.append(work(word))
    return results


if __name__ == "__main__":
    print(run(["c", "a", "c", "b"]))
