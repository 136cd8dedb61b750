import tempfile
from pathlib import Path


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(path):
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(64), b""):
            print(work(sum(block)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data"
        path.write_bytes(bytes(range(200)))
        run(path)
