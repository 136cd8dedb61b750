import tempfile
from pathlib import Path


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def run(names, template, target):
    for name in names:
        value = work(Path(template).read_text() + name)
        with open(target, "a") as file:
            file.write(f"{name} {value}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        template, target = Path(folder) / "template", Path(folder) / "target"
        template.write_text("dear ")
        run(["ann", "bob", "eve"], template, target)
        print(target.read_text())
