import asyncio
import sys

import redis


def city(client, number):
    return client.hget(f"user:{number}", "city")


async def city_async(client, number):
    return await client.hget(f"user:{number}", "city")


def cities(port, numbers):
    return asyncio.run(cities_async(port, numbers))


async def cities_async(port, numbers):
    async with redis.asyncio.Redis(port=port, decode_responses=True) as client:
        semaphore = asyncio.Semaphore(32)

        async def city_one(number):
            async with semaphore:
                return await city_async(client, number)

        tasks = [asyncio.create_task(city_one(number)) for number in numbers]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


print(cities(int(sys.argv[2]), [1, 2, 3]))
