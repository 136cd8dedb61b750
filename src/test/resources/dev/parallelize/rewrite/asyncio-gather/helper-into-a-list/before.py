import asyncio
import sys

import httpx


async def load_user(client, number):
    response = await client.get(f"/json/{number}")
    response.raise_for_status()
    return response.json()


async def load_users(client, numbers):
    users = []
    for number in numbers:
        users.append(await load_user(client, number))
    return users


async def main(base):
    async with httpx.AsyncClient(base_url=base) as client:
        print(await load_users(client, range(40)))
        print(await load_users(client, []))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
