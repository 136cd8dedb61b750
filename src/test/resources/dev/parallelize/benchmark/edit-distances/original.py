from functools import partial


def distance(first, second):
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def nearest(word, words):
    return min((distance(word, other), other) for other in words)


def corrections(typed, words):
    return {word: nearest(word, words) for word in typed}


def main():
    words = ["".join("abcdefghij"[(i * k) % 10] for k in range(3, 12)) for i in range(300)]
    return sorted(corrections([w[1:] + "x" for w in words[:60]], words).items())
