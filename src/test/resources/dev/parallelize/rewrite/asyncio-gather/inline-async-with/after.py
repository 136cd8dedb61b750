import asyncio
import sys

import aiohttp


async def titles(base, numbers):
    found = {}
    async with aiohttp.ClientSession() as session:
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def load_value(number):
            async with semaphore:
                async with session.get(f"{base}/text/{number}") as response:
                    response.raise_for_status()
                    return (await response.text()).title()

        tasks = [asyncio.create_task(load_value(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                value = await task
                found[number] = value
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


print(asyncio.run(titles(sys.argv[1], [5, 3, 8])))
