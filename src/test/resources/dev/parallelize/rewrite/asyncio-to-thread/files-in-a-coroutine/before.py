import asyncio
import json
import pathlib


async def load_all(paths):
    documents = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            documents.append(json.load(file))
    return documents


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.json").write_text(json.dumps({"n": number}))
    print(asyncio.run(load_all(sorted(folder.iterdir()))))


if __name__ == "__main__":
    main()
