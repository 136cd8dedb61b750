import asyncio


async def length(name):
    await asyncio.sleep(0.01)
    return len(name)


async def by_name(names):
    items = list(names)
    semaphore = asyncio.Semaphore(32)

    async def length_one(name):
        async with semaphore:
            return await length(name)

    tasks = [asyncio.create_task(length_one(name)) for name in items]
    try:
        lengths = {name: await task for name, task in zip(items, tasks)}
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return lengths


print(asyncio.run(by_name(["ann", "bo", "ann"])))
