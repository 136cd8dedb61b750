"""The bar goes along with the answers."""

import asyncio

from tqdm import tqdm


async def lookup(key):
    await asyncio.sleep(0.01)
    return key * key


async def squares(keys):
    found = {}
    items = list(keys)
    semaphore = asyncio.Semaphore(32)

    async def lookup_one(key):
        async with semaphore:
            return await lookup(key)

    tasks = [asyncio.create_task(lookup_one(key)) for key in items]
    try:
        for key, task in tqdm(
            zip(items, tasks), total=len(tasks), desc="lookups", disable=True
        ):
            found[key] = await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return found


if __name__ == "__main__":
    print(asyncio.run(squares(range(40))))
