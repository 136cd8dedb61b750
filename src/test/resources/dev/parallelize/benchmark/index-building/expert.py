import re
import os
from concurrent.futures import ProcessPoolExecutor


WORD = re.compile(r"[a-z]+")


def stems(text):
    found = []
    for word in WORD.findall(text.lower()):
        while word.endswith(("ing", "ed", "s", "ly", "er")):
            word = word[:-1]
        found.append("".join(sorted(word)))
    return sorted(set(found))


def index(texts):
    places = {}
    workers = os.cpu_count()
    chunk = max(1, len(texts) // (4 * workers))
    with ProcessPoolExecutor(workers) as pool:
        for number, found in enumerate(pool.map(stems, texts, chunksize=chunk)):
            for stem in found:
                places.setdefault(stem, []).append(number)
    return places


def main():
    words = ["running", "walked", "slowly", "houses", "painter", "dogs", "thinking"]
    texts = [
        " ".join(words[(i * k) % 7] + "abcdefgh"[k % 8] for k in range(4_000))
        for i in range(1, 100)
    ]
    return sorted((k, len(v)) for k, v in index(texts).items())
