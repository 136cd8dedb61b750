import pathlib


def load_all(paths):
    texts = []
    for path in paths:
        texts.append(pathlib.Path(path).read_text())
    return texts


print(load_all([]))
