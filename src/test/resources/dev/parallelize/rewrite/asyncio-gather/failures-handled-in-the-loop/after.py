import asyncio


async def load(number):
    await asyncio.sleep(0.01)
    if number % 3 == 0:
        raise ValueError(f"no {number}")
    return number


async def load_all(numbers):
    found, failed = [], []
    semaphore = asyncio.Semaphore(32)

    async def load_one(number):
        async with semaphore:
            return await load(number)

    tasks = [asyncio.create_task(load_one(number)) for number in numbers]
    try:
        for task in tasks:
            try:
                found.append(await task)
            except ValueError as problem:
                failed.append(str(problem))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return found, failed


print(asyncio.run(load_all([1, 2, 3, 4, 5, 6])))
