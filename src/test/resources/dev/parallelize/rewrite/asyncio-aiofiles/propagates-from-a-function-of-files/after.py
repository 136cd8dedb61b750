import asyncio
import sys
import tempfile
from pathlib import Path

import aiofiles


async def texts(paths):
    semaphore = asyncio.Semaphore(32)

    async def load_value(path):
        async with semaphore:
            async with aiofiles.open(path, encoding="utf-8") as file:
                return await file.read()

    tasks = [asyncio.create_task(load_value(path)) for path in paths]
    try:
        found = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return found


async def sizes(paths):
    return [len(text) for text in await texts(paths)]


with tempfile.TemporaryDirectory() as folder:
    paths = [Path(folder) / name for name in ("a", "b", "c")]
    for number, path in enumerate(paths):
        path.write_text("ä" * number, encoding="utf-8")
    print(asyncio.run(sizes(paths)), file=sys.stdout)
    paths[1].unlink()
    try:
        print(asyncio.run(sizes(paths)))
    except FileNotFoundError as error:
        print("failed", Path(error.filename).name)
