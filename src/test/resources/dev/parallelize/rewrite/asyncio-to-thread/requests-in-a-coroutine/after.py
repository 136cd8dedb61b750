import asyncio
import sys

import requests


async def texts(base, numbers):
    found = []
    semaphore = asyncio.Semaphore(16)

    async def get_one(number):
        async with semaphore:
            return await asyncio.to_thread(
                requests.get, f"{base}/text/{number}", timeout=10
            )

    tasks = [asyncio.create_task(get_one(number)) for number in numbers]
    try:
        for task in tasks:
            response = await task
            found.append(response.text)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return found


print(asyncio.run(texts(sys.argv[1], range(30))))
