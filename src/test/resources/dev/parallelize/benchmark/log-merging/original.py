import collections
import re


LINE = re.compile(r"(\S+) (\d+) (GET|POST) (\S+)")


def counts(text):
    found = collections.Counter()
    for line in text.splitlines():
        match = LINE.match(line)
        if match:
            found[match[3], match[4]] += int(match[2])
    return found


def merged(texts):
    total = collections.Counter()
    for text in texts:
        total.update(counts(text))
    return total


def main():
    texts = [
        "\n".join(f"host{k % 50} {k} GET /page/{(i * k) % 40}" for k in range(12_000))
        for i in range(25)
    ]
    return sorted(merged(texts).items())
