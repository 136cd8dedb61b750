import json
import pathlib


def load_all(paths):
    documents = {}
    for path in paths:
        with open(path) as file:
            documents[path.name] = json.load(file)
        print(path.name)
    return documents


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.json").write_text(json.dumps({"n": number}))
    paths = sorted(folder.iterdir())
    print(load_all(paths))
    (folder / "2.json").write_text("{oops")
    try:
        load_all(paths)
    except ValueError as problem:
        print(problem)
    load_all([folder / "none.json"])


main()
