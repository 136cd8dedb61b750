import asyncio
import sys

import httpx


async def load_user(client, number):
    response = await client.get(f"/json/{number}")
    response.raise_for_status()
    return response.json()


async def load_users(client, numbers):
    semaphore = asyncio.Semaphore(32)

    async def load_user_one(number):
        async with semaphore:
            return await load_user(client, number)

    tasks = [asyncio.create_task(load_user_one(number)) for number in numbers]
    try:
        users = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return users


async def main(base):
    async with httpx.AsyncClient(base_url=base) as client:
        print(await load_users(client, range(40)))
        print(await load_users(client, []))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
