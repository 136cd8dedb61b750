import asyncio
import sys

import aiohttp


async def fetch(session, base, number):
    async with session.get(f"{base}/slow/{number}") as response:
        return await response.json()


async def report(base, numbers):
    total = 0
    async with aiohttp.ClientSession() as session:
        for number in numbers:
            # The later ones answer sooner.
            value = await fetch(session, base, number)
            total += value
            print(number, value, total)
            if total > 20:
                break
        else:
            print("all")
    return total, number


print(asyncio.run(report(sys.argv[1], [3, 1, 4, 1, 5, 9, 2, 6])))
print(asyncio.run(report(sys.argv[1], [3, 1])))
