import asyncio
import sys

import redis


def lengths(port, keys):
    return asyncio.run(lengths_async(port, keys))


async def lengths_async(port, keys):
    found = []
    async with redis.asyncio.Redis(port=port) as client:
        items = list(keys)
        semaphore = asyncio.Semaphore(32)

        async def llen_one(key):
            async with semaphore:
                return await client.llen(key)

        tasks = [asyncio.create_task(llen_one(key)) for key in items]
        try:
            for key, task in zip(items, tasks):
                found.append(await task)
                print(key)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


print(lengths(int(sys.argv[2]), ["list:1", "list:2"]))
lengths(int(sys.argv[2]), ["list:1", "name:1", "list:2"])
