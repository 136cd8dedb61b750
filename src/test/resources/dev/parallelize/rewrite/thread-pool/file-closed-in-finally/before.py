import tempfile
from pathlib import Path


def sizes(paths):
    found = {}
    for path in paths:
        file = open(path, "rb")
        try:
            found[path.name] = len(file.read())
        finally:
            file.close()
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
