import tempfile
from pathlib import Path


def show(paths):
    shown = 0
    for path in paths:
        with open(path) as file:
            text = file.read().strip()
            print(path.name, text)
            if text.endswith("!"):
                shown += 1
    return shown


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a", "b", "c", "d")]
        for number, path in enumerate(paths):
            path.write_text("text" + "!" * (number % 2) + "\n")
        print(show(paths))
        paths[2].unlink()
        try:
            show(paths)
        except FileNotFoundError as error:
            print("failed", Path(error.filename).name)


if __name__ == "__main__":
    main()
