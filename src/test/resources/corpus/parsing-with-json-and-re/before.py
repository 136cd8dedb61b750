import json
import re

WORD = re.compile(r"[a-z]+")


def analyse(line):
    record = json.loads(line)
    counts = {}
    for _ in range(150):
        for word in WORD.findall(record["text"].lower()):
            counts[word] = counts.get(word, 0) + 1
    return record["id"], counts


def run(lines):
    results = []
    for line in lines:
        results.append(analyse(line))
    return results


if __name__ == "__main__":
    texts = ["One fish two fish", "Red fish blue fish"]
    print(run([json.dumps({"id": i, "text": text}) for i, text in enumerate(texts)]))
