import asyncio
import time


def left():
    time.sleep(0.02)
    return "left"


def right(number):
    time.sleep(0.01)
    return number


async def both():
    tasks = [
        asyncio.create_task(asyncio.to_thread(left)),
        asyncio.create_task(asyncio.to_thread(right, 2)),
    ]
    try:
        first, second = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return first, second


print(asyncio.run(both()))
