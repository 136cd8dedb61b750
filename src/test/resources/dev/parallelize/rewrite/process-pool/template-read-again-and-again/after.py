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


def _compute_value(name, template):
    return work(Path(template).read_text() + name)


def run(names, template, target):
    names = list(names)
    workers = max(1, min(len(names), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values = executor.map(partial(_compute_value, template=template), names)
        for name, value in zip(names, values):
            with open(target, "a") as file:
                file.write(f"{name} {value}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        template, target = Path(folder) / "template", Path(folder) / "target"
        template.write_text("dear ")
        run(["ann", "bob", "eve"], template, target)
        print(target.read_text())
