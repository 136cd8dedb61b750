import csv
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def _compute_value(path):
    with open(path, newline="") as file:
        rows = csv.reader(file)
        value = list(rows)
    return value


def tables(paths):
    found = []
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=16) as executor:
        values = executor.map(_compute_value, paths)
        for path, value in zip(paths, values):
            found.append(path.name)
            found.append(value)
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b", "c")]
        for number, path in enumerate(paths):
            path.write_text(f"x,{number}\n" * number)
        print(tables(paths))


if __name__ == "__main__":
    main()
