import tempfile
from pathlib import Path


def work(path, n):
    total = 0
    for k in range(1000 * (4 - n)):
        total += n * k % 13
    with open(path, "a") as log:
        log.write(f"{n} {total}\n")


def run(path, items):
    for n in items:
        work(path, n)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.txt"
        run(file, [1, 2, 3])
        print(file.read_text(), end="")
