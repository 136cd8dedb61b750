import re


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
    for number, text in enumerate(texts):
        for stem in stems(text):
            places.setdefault(stem, []).append(number)
    return places


def main():
    words = ["running", "walked", "slowly", "houses", "painter", "dogs", "thinking"]
    texts = [
        " ".join(words[(i * k) % 7] + "abcdefgh"[k % 8] for k in range(4_000))
        for i in range(1, 100)
    ]
    return sorted((k, len(v)) for k, v in index(texts).items())
