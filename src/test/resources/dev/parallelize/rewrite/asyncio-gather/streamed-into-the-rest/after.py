import asyncio
import sys

import aiohttp


async def fetch(session, base, number):
    async with session.get(f"{base}/slow/{number}") as response:
        return await response.json()


async def report(base, numbers):
    total = 0
    async with aiohttp.ClientSession() as session:
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def fetch_one(number):
            async with semaphore:
                return await fetch(session, base, number)

        tasks = [asyncio.create_task(fetch_one(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                # The later ones answer sooner.
                value = await task
                total += value
                print(number, value, total)
                if total > 20:
                    break
            else:
                print("all")
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return total, number


print(asyncio.run(report(sys.argv[1], [3, 1, 4, 1, 5, 9, 2, 6])))
print(asyncio.run(report(sys.argv[1], [3, 1])))
