import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def _record_for_path(path):
    with open(path) as file:
        return json.load(file)


def load(paths):
    records = []
    errors = []
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=16) as executor:
        futures = [executor.submit(_record_for_path, path) for path in paths]
        for path, future in zip(paths, futures):
            try:
                record = future.result()
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
