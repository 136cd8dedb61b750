import json
import tempfile
from pathlib import Path


def load(paths):
    records = []
    errors = []
    for path in paths:
        try:
            with open(path) as file:
                record = json.load(file)
        except (OSError, ValueError) as error:
            errors.append((path.name, type(error).__name__))
            continue
        records.append(record["name"])
    return records, errors


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(['{"name": 1}', "{", '{"name": 3}', '{"x": 4}']):
            paths.append(Path(folder) / f"{number}.json")
            paths[-1].write_text(text)
        paths.insert(1, Path(folder) / "missing.json")
        print(load(paths[:4]))
        try:
            load(paths)
        except KeyError as error:
            print("failed", error)


if __name__ == "__main__":
    main()
