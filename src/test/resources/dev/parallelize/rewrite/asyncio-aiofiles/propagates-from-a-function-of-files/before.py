import sys
import tempfile
from pathlib import Path


def texts(paths):
    found = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            found.append(file.read())
    return found


def sizes(paths):
    return [len(text) for text in texts(paths)]


with tempfile.TemporaryDirectory() as folder:
    paths = [Path(folder) / name for name in ("a", "b", "c")]
    for number, path in enumerate(paths):
        path.write_text("ä" * number, encoding="utf-8")
    print(sizes(paths), file=sys.stdout)
    paths[1].unlink()
    try:
        print(sizes(paths))
    except FileNotFoundError as error:
        print("failed", Path(error.filename).name)
