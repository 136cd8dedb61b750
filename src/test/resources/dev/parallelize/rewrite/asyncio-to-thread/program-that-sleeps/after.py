import asyncio
import time


def slow_square(number, offset):
    time.sleep(0.02)
    if number == 4:
        raise KeyError(number)
    return number * number + offset


async def results(numbers, offset):
    items = list(numbers)
    semaphore = asyncio.Semaphore(16)

    async def slow_square_one(number):
        async with semaphore:
            return await asyncio.to_thread(slow_square, number, offset)

    tasks = [asyncio.create_task(slow_square_one(number)) for number in items]
    try:
        for number, task in zip(items, tasks):
            value = await task
            print(number, value)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await results([1, 2, 3], 7)
    await results([3, 4, 5], 1)


asyncio.run(main())
