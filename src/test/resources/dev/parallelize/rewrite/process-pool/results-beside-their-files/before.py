import tempfile
from pathlib import Path


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def run(folder, names, summary):
    for name in names:
        text = Path(folder, name).read_text()
        value = work(text)
        Path(folder, name + ".out").write_text(str(value))
        with open(summary, "a") as file:
            file.write(f"{name} {value}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        names = ["a", "b", "c"]
        for number, name in enumerate(names):
            Path(folder, name).write_text(name * (7 + number))
        summary = Path(folder) / "summary"
        run(folder, names, summary)
        print(summary.read_text(), Path(folder, "b.out").read_text())
