import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def _compute_value(name, folder):
    text = Path(folder, name).read_text()
    return work(text)


def run(folder, names, summary):
    names = list(names)
    workers = max(1, min(len(names), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values = executor.map(partial(_compute_value, folder=folder), names)
        for name, value in zip(names, values):
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
