import asyncio
import sys

import aiohttp


async def titles(base, numbers):
    found = {}
    async with aiohttp.ClientSession() as session:
        for number in numbers:
            async with session.get(f"{base}/text/{number}") as response:
                response.raise_for_status()
                found[number] = (await response.text()).title()
    return found


print(asyncio.run(titles(sys.argv[1], [5, 3, 8])))
