import tempfile
from pathlib import Path


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def run(names, path):
    for name in names:
        before = Path(path).read_text()
        value = work(before * 3 + name)
        Path(path).write_text("x" * (value % 50))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "state"
        path.write_text("")
        run(["a", "bb", "ccc"], path)
        print(path.read_text())
