import asyncio


async def load(number):
    await asyncio.sleep(0.01)
    print("loads", number)
    return number


async def quiet(number):
    await asyncio.sleep(0.01)
    return number


async def load_all(entries):
    kept = []
    for name, number in entries:
        if number < 0:
            continue
        value = await quiet(number)
        kept.append((name, value))
    return kept


print(asyncio.run(load_all([("a", 1), ("b", -1), ("c", 3)])))
