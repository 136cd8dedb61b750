import asyncio
import pathlib

import aiofiles


async def sizes(paths):
    found = []
    semaphore = asyncio.Semaphore(32)

    async def load_data(path):
        async with semaphore:
            async with aiofiles.open(path, "rb") as file:
                return await file.read()

    tasks = [asyncio.create_task(load_data(path)) for path in paths]
    try:
        for task in tasks:
            data = await task
            found.append(len(data))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return found


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        text = f"n{number}\r\ncaf\u00e9 {number}\n" * (number + 1)
        (folder / f"{number}.txt").write_bytes(text.encode())
    print(asyncio.run(sizes(sorted(folder.iterdir()))))


main()
