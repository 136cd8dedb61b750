import asyncio
import sys

import redis


async def load(port, numbers):
    async with redis.asyncio.Redis(
        host="127.0.0.1", port=port, decode_responses=True
    ) as client:
        found = {}
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def get_one(number):
            async with semaphore:
                return await client.get(f"propagated:{number}")

        tasks = [asyncio.create_task(get_one(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                found[number] = await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


async def total(port, numbers):
    return sum(int(text) for text in (await load(port, numbers)).values() if text)


port = int(sys.argv[2])
client = redis.Redis(host="127.0.0.1", port=port)
for number in range(4):
    client.set(f"propagated:{number}", number * number)
client.close()
print(asyncio.run(total(port, [1, 2, 3, 9])))
