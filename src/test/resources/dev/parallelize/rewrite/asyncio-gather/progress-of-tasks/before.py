"""The bar goes along with the answers."""

import asyncio

from tqdm import tqdm


async def lookup(key):
    await asyncio.sleep(0.01)
    return key * key


async def squares(keys):
    found = {}
    for key in tqdm(keys, desc="lookups", disable=True):
        found[key] = await lookup(key)
    return found


if __name__ == "__main__":
    print(asyncio.run(squares(range(40))))
