"""Build an inverted index over a collection of documents and answer a few queries with it.

The documents are generated from a small vocabulary, so that the program needs no data. Indexing a document means:
split it into words, drop the stop words, reduce each word to its stem, and note at which positions it stands.
"""

import math
import random
import re

DOCUMENTS = 360
WORDS_PER_DOCUMENT = 1000
STOP_WORDS = frozenset("a an and are as at be by for from in is it of on or that the this to was with".split())
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
SUFFIXES = ("ational", "ization", "fulness", "ousness", "iveness", "ments", "ings", "ing", "ness", "edly", "ed",
            "ies", "ly", "es", "s")
ROOTS = ("harbor", "signal", "engine", "market", "window", "paper", "garden", "bridge", "letter", "motion", "river",
         "stone", "census", "village", "theory", "record", "measure", "travel", "compute", "forest", "colour")
ENDINGS = ("", "s", "ing", "ed", "ness", "ization", "ly", "ments")


def generate_document(number):
    """Return the text of one document; the same number gives the same text."""
    generator = random.Random(number)
    favourites = generator.sample(ROOTS, 7)
    stop_words = sorted(STOP_WORDS)
    words = []
    for _ in range(WORDS_PER_DOCUMENT):
        if generator.random() < 0.35:
            words.append(generator.choice(stop_words))
        else:
            words.append(generator.choice(favourites) + generator.choice(ENDINGS))
    return " ".join(words).capitalize() + "."


def stem(word):
    """Strip suffixes until none is left; a stem keeps at least three letters and one vowel."""
    changed = True
    while changed:
        changed = False
        for suffix in SUFFIXES:
            rest = word[: -len(suffix)]
            if word.endswith(suffix) and len(rest) >= 3 and any(letter in "aeiouy" for letter in rest):
                word = rest
                changed = True
                break
    return word


def index_document(text):
    """Return the positions of every stem of one document."""
    positions = {}
    for position, match in enumerate(WORD.finditer(text.lower())):
        word = match.group()
        if word in STOP_WORDS:
            continue
        positions.setdefault(stem(word), []).append(position)
    return positions


def build_index(documents):
    """Return the postings of every stem: document numbers, ascending, with the positions in each."""
    index = {}
    lengths = []
    for number, text in enumerate(documents):
        positions = index_document(text)
        lengths.append(sum(len(found) for found in positions.values()))
        for word, found in positions.items():
            index.setdefault(word, []).append((number, found))
    return index, lengths


def search(index, lengths, query, limit=3):
    """Return the best documents for a query by tf-idf, best first; ties go to the lower number."""
    scores = {}
    for word in query.lower().split():
        postings = index.get(stem(word), [])
        if not postings:
            continue
        rarity = math.log(len(lengths) / len(postings))
        for number, found in postings:
            scores[number] = scores.get(number, 0.0) + rarity * len(found) / lengths[number]
    return sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]


def main():
    documents = [generate_document(number) for number in range(DOCUMENTS)]
    index, lengths = build_index(documents)
    print(f"{len(documents)} documents, {len(index)} stems, {sum(lengths)} positions")
    for query in ("harbors and bridges", "computing forests", "census records"):
        hits = ", ".join(f"#{number} ({score:.4f})" for number, score in search(index, lengths, query))
        print(f"{query}: {hits}")


if __name__ == "__main__":
    main()
