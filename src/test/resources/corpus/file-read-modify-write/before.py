import json
import tempfile
from pathlib import Path


def work(path, n):
    totals = json.loads(path.read_text())
    total = 0
    for k in range(1200):
        total += n * k % 13
    totals["sum"] = totals["sum"] * 3 + total
    path.write_text(json.dumps(totals))


def run(path, items):
    for n in items:
        work(path, n)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "totals.json"
        file.write_text('{"sum": 0}')
        run(file, [1, 2, 3])
        print(file.read_text())
