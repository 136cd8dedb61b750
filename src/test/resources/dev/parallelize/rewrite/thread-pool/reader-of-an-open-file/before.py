import csv
import tempfile
from pathlib import Path


def tables(paths):
    found = []
    for path in paths:
        with open(path, newline="") as file:
            rows = csv.reader(file)
            found.append(path.name)
            found.append(list(rows))
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b", "c")]
        for number, path in enumerate(paths):
            path.write_text(f"x,{number}\n" * number)
        print(tables(paths))


if __name__ == "__main__":
    main()
