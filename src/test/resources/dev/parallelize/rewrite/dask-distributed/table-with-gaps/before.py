"""Distances between all pairs of words but those of a word with itself."""


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            swapped = previous[j - 1] + (x != y)
            current.append(min(previous[j] + 1, current[-1] + 1, swapped))
        previous = current
    return previous[-1]


def distances(words):
    table = {}
    for i in range(len(words)):
        for j in range(len(words)):
            if i == j:
                continue
            steps = distance(words[i], words[j])
            table[words[i], words[j]] = steps
    return table


if __name__ == "__main__":
    for pair, steps in distances(["winter", "summer", "autumn", "spring"]).items():
        print(*pair, steps)
