import asyncio


async def square(number: int) -> int:
    await asyncio.sleep(0.01 / (number + 1))
    return number * number


async def squares(numbers: list[int]) -> list[int]:
    semaphore = asyncio.Semaphore(32)

    async def square_one(number):
        async with semaphore:
            return await square(number)

    tasks = [
        asyncio.create_task(square_one(number)) for number in numbers if number % 2
    ]
    try:
        return [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


print(asyncio.run(squares([1, 2, 3, 4, 5])))
