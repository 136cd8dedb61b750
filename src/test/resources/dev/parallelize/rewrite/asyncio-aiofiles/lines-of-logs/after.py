import asyncio
import pathlib

import aiofiles


def count_lines(paths, word):
    return asyncio.run(count_lines_async(paths, word))


async def count_lines_async(paths, word):
    semaphore = asyncio.Semaphore(32)

    async def load_count(path):
        async with semaphore:
            count = 0
            async with aiofiles.open(path, encoding="utf-8") as file:
                async for line in file:
                    if word in line:
                        count += 1
            return count

    tasks = [asyncio.create_task(load_count(path)) for path in paths]
    try:
        counts = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return counts


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        text = f"n{number}\r\ncaf\u00e9 {number}\n" * (number + 1)
        (folder / f"{number}.txt").write_bytes(text.encode())
    print(count_lines(sorted(folder.iterdir()), "caf"))


main()
