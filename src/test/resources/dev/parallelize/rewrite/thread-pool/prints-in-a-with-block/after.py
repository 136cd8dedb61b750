import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def _compute_text(path):
    with open(path) as file:
        text = file.read().strip()
    return text


def show(paths):
    shown = 0
    paths = list(paths)
    with ThreadPoolExecutor(max_workers=16) as executor:
        texts = executor.map(_compute_text, paths)
        for path, text in zip(paths, texts):
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
