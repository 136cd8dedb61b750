import asyncio


async def load(number):
    await asyncio.sleep(0.01)
    return number


async def polite(numbers):
    found = []
    for number in numbers:
        found.append(await load(number))
        await asyncio.sleep(0.02)
    return found


print(asyncio.run(polite([1, 2, 3])))
