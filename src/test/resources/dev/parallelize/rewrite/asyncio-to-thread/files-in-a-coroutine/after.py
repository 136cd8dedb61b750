import asyncio
import json
import pathlib


async def load_all(paths):
    semaphore = asyncio.Semaphore(16)

    def load_document_blocking(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    async def load_document(path):
        async with semaphore:
            return await asyncio.to_thread(load_document_blocking, path)

    tasks = [asyncio.create_task(load_document(path)) for path in paths]
    try:
        documents = [await task for task in tasks]
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
    print(asyncio.run(load_all(sorted(folder.iterdir()))))


if __name__ == "__main__":
    main()
