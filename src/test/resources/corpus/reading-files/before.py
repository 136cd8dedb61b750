import tempfile
from pathlib import Path


def count_words(path):
    counts = 0
    text = path.read_text(encoding="utf-8")
    for _ in range(200):
        counts += len(text.split())
    return counts


def run(paths):
    totals = []
    for path in paths:
        totals.append((path.name, count_words(path)))
    return totals


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(4):
            file = Path(folder) / f"part-{number}.txt"
            file.write_text("word " * (number + 3), encoding="utf-8")
            files.append(file)
        print(run(files))
