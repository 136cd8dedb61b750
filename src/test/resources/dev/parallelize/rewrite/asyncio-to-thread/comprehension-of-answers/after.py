import asyncio
import sys
from urllib.request import urlopen


async def sizes(base, numbers):
    semaphore = asyncio.Semaphore(16)

    def len_one_blocking(number):
        return len(urlopen(f"{base}/pages/{number}").read())

    async def len_one(number):
        async with semaphore:
            return await asyncio.to_thread(len_one_blocking, number)

    tasks = [asyncio.create_task(len_one(number)) for number in numbers]
    try:
        return [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


print(asyncio.run(sizes(sys.argv[1], [1, 2, 3])))
