import asyncio
import pathlib

import aiofiles


def load_texts(paths):
    """Return the texts of the files."""
    return asyncio.run(load_texts_async(paths))


async def load_texts_async(paths):
    semaphore = asyncio.Semaphore(32)

    async def load_value(path):
        async with semaphore:
            async with aiofiles.open(
                path, "r", encoding="utf-8", newline="", errors="strict"
            ) as file:
                return await file.read()

    tasks = [asyncio.create_task(load_value(path)) for path in paths]
    try:
        texts = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
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
