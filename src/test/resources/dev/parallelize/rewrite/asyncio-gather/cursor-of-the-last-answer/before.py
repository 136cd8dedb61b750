import asyncio
import sys

import httpx


async def all_pages(base):
    number, pages = 0, []
    async with httpx.AsyncClient(base_url=base) as client:
        for _ in range(3):
            response = await client.get(f"/json/{number}")
            page = response.json()
            pages.append(page)
            number = page["id"] + 1
    return pages


print(asyncio.run(all_pages(sys.argv[1])))
