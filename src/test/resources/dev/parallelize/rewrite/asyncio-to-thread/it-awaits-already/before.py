import asyncio
import time


def work(number):
    time.sleep(0.01)
    return number


async def load_all(numbers):
    found = []
    for number in numbers:
        found.append(await asyncio.to_thread(work, number))
    return found


print(asyncio.run(load_all([1, 2])))
