import asyncio
import sys

import redis


def values(port, keys):
    return asyncio.run(values_async(port, keys))


async def values_async(port, keys):
    async with redis.asyncio.Redis(port=port) as client:
        found = {}
        items = list(keys)
        semaphore = asyncio.Semaphore(32)

        async def get_one(key):
            async with semaphore:
                return await client.get(key)

        tasks = [asyncio.create_task(get_one(key)) for key in items]
        try:
            for key, task in zip(items, tasks):
                value = await task
                if value is None:
                    print("no", key)
                    continue
                found[key] = value.decode()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


print(values(int(sys.argv[2]), ["name:1", "name:x", "name:2"]))
