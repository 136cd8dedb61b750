import tempfile
from pathlib import Path


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def scaled(value, factor):
    return value * factor + work(value)


def summarize(source, target, factor):
    with open(source) as lines, open(target, "w") as out:
        for line in lines:
            if not line.strip():
                continue
            name, number = line.split()
            value = work(int(number))
            other = scaled(value, factor)
            out.write(f"{name} {value} {other}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "target"
        source.write_text("a 1\n\nb 2\nc 3\nd 4\n" * 10)
        summarize(source, target, 3)
        print(target.read_text())
