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
    items = list(entries)
    semaphore = asyncio.Semaphore(32)

    async def quiet_one(number):
        if not (number < 0):
            async with semaphore:
                return await quiet(number)

    tasks = [asyncio.create_task(quiet_one(number)) for name, number in items]
    try:
        for (name, number), task in zip(items, tasks):
            if number < 0:
                continue
            value = await task
            kept.append((name, value))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return kept


print(asyncio.run(load_all([("a", 1), ("b", -1), ("c", 3)])))
