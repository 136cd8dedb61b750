import asyncio
import pathlib


async def sizes(paths):
    found = []
    for path in paths:
        with open(path, "rb") as file:
            data = file.read()
        found.append(len(data))
    return found


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        text = f"n{number}\r\ncaf\u00e9 {number}\n" * (number + 1)
        (folder / f"{number}.txt").write_bytes(text.encode())
    print(asyncio.run(sizes(sorted(folder.iterdir()))))


main()
