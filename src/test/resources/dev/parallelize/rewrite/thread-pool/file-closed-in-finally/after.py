import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def _compute_value(path):
    file = open(path, "rb")
    try:
        value = len(file.read())
    finally:
        file.close()
    return value


def sizes(paths):
    found = {}
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=16) as executor:
        values = executor.map(_compute_value, paths)
        for path, value in zip(paths, values):
            found[path.name] = value
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b", "c")]
        for number, path in enumerate(paths):
            path.write_bytes(b"x" * number)
        print(sizes(paths))
        paths[1].unlink()
        try:
            sizes(paths)
        except FileNotFoundError as error:
            print("failed", Path(error.filename).name)


if __name__ == "__main__":
    main()
