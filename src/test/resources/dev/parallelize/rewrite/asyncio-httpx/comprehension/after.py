import asyncio
import sys
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx


def squares(base, numbers):
    return asyncio.run(squares_async(base, numbers))


async def squares_async(base, numbers):
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    async with httpx.AsyncClient(cookies=no_cookies) as client:
        semaphore = asyncio.Semaphore(32)

        async def process_item(n):
            async with semaphore:
                return (await client.get(f"{base}/json/{n}")).json()["square"]

        tasks = [asyncio.create_task(process_item(n)) for n in numbers if n > 1]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


print(squares(sys.argv[1], [1, 2, 3]))
