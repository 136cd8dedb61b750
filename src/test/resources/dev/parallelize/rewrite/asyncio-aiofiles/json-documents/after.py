import asyncio
import json
import pathlib

import aiofiles


def load_all(paths):
    return asyncio.run(load_all_async(paths))


async def load_all_async(paths):
    documents = {}
    items = list(paths)
    semaphore = asyncio.Semaphore(32)

    async def load_document(path):
        async with semaphore:
            async with aiofiles.open(path) as file:
                return json.loads(await file.read())

    tasks = [asyncio.create_task(load_document(path)) for path in items]
    try:
        for path, task in zip(items, tasks):
            document = await task
            documents[path.name] = document
            print(path.name)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
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
