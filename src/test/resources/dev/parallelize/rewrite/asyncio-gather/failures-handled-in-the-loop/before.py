import asyncio


async def load(number):
    await asyncio.sleep(0.01)
    if number % 3 == 0:
        raise ValueError(f"no {number}")
    return number


async def load_all(numbers):
    found, failed = [], []
    for number in numbers:
        try:
            found.append(await load(number))
        except ValueError as problem:
            failed.append(str(problem))
    return found, failed


print(asyncio.run(load_all([1, 2, 3, 4, 5, 6])))
