from itertools import combinations


def overlap(left, right):
    common = 0
    for _ in range(100):
        for a in left:
            for b in right:
                common += a == b
    return common


def run(words):
    overlaps = []
    for left, right in combinations(words, 2):
        overlaps.append((left, right, overlap(left, right)))
    return overlaps


if __name__ == "__main__":
    print(run(["stone", "notes", "onset", "tones"]))
