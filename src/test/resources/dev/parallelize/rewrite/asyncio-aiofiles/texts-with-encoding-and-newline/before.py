import pathlib


def load_texts(paths):
    """Return the texts of the files."""
    texts = []
    for path in paths:
        with open(path, "r", encoding="utf-8", newline="", errors="strict") as file:
            texts.append(file.read())
    return texts


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        text = f"n{number}\r\ncaf\u00e9 {number}\n" * (number + 1)
        (folder / f"{number}.txt").write_bytes(text.encode())
    print(load_texts(sorted(folder.iterdir())))


if __name__ == "__main__":
    main()
