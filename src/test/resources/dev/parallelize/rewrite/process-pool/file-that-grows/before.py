import tempfile
from pathlib import Path


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(path):
    for line in open(path):
        value = work(int(line))
        if value > 9000:
            with open(path, "a") as more:
                more.write(f"{value % 7}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "numbers"
        path.write_text("1\n2\n3\n")
        run(path)
        print(path.read_text())
