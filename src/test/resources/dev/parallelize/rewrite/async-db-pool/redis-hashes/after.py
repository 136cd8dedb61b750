import asyncio
import sys

import redis


def load_profiles(port, numbers):
    return asyncio.run(load_profiles_async(port, numbers))


async def load_profiles_async(port, numbers):
    async with redis.asyncio.Redis(port=port, decode_responses=True) as client:
        semaphore = asyncio.Semaphore(32)

        async def hgetall_one(number):
            async with semaphore:
                return await client.hgetall(f"user:{number}")

        tasks = [asyncio.create_task(hgetall_one(number)) for number in numbers]
        try:
            profiles = [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return profiles


if __name__ == "__main__":
    print(load_profiles(int(sys.argv[2]), range(50)))
