import asyncio


async def load(number):
    await asyncio.sleep(0.01)
    return number


async def in_batches(batches):
    found = []
    for batch in batches:
        found.append(await asyncio.gather(*[load(number) for number in batch]))
    return found


print(asyncio.run(in_batches([[1, 2], [3]])))
