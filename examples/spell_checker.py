"""Correct misspelt words against a dictionary by the Damerau-Levenshtein distance.

The dictionary and the mistakes are generated from a fixed seed. For each misspelt word the nearest word of the
dictionary is found by comparing it with all of them; ties go to the more frequent word.
"""

import random

DICTIONARY_SIZE = 600
MISSPELT = 200
SYLLABLES = ("ba", "co", "di", "fu", "gra", "hel", "in", "jo", "ka", "lo", "men", "nar", "o", "pi", "qua", "ri", "st",
             "ter", "un", "ver", "wi", "xy", "zo")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_dictionary(generator):
    """Return the words with their rank; rank zero is the most frequent word."""
    words = {}
    while len(words) < DICTIONARY_SIZE:
        word = "".join(generator.choice(SYLLABLES) for _ in range(generator.randrange(2, 5)))
        words.setdefault(word, len(words))
    return words


def misspell(word, generator):
    """Return the word with one or two mistakes."""
    for _ in range(generator.randrange(1, 3)):
        position = generator.randrange(len(word))
        kind = generator.randrange(3)
        if kind == 0:
            word = word[:position] + word[position + 1 :] or word
        elif kind == 1:
            word = word[:position] + generator.choice(LETTERS) + word[position:]
        else:
            word = word[:position] + generator.choice(LETTERS) + word[position + 1 :]
    return word


def distance(left, right):
    """Return the least number of insertions, deletions, replacements and swaps of neighbours between two words."""
    before_last = None
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        row = [i]
        for j, b in enumerate(right, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if before_last is not None and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]


def correct(word, dictionary):
    """Return the nearest word of the dictionary and its distance."""
    best = min(dictionary, key=lambda entry: (distance(word, entry), dictionary[entry]))
    return best, distance(word, best)


def main():
    generator = random.Random(99)
    dictionary = make_dictionary(generator)
    originals = generator.sample(sorted(dictionary), MISSPELT)
    typed = [misspell(word, generator) for word in originals]
    corrections = [correct(word, dictionary) for word in typed]
    right = sum(1 for word, (found, _) in zip(originals, corrections) if word == found)
    furthest = max(cost for _, cost in corrections)
    print(f"{right} of {len(originals)} words corrected, furthest distance {furthest}")
    for word, (found, cost) in list(zip(typed, corrections))[:8]:
        print(f"{word} -> {found} ({cost})")


if __name__ == "__main__":
    main()
