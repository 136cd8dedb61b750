import asyncio
import sys
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx


def texts(base, numbers):
    return asyncio.run(texts_async(base, numbers))


async def texts_async(base, numbers):
    found = {}
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    async with httpx.AsyncClient(cookies=no_cookies) as client:
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def get_one(number):
            async with semaphore:
                return await client.get(f"{base}/text/{number}", timeout=10)

        tasks = [asyncio.create_task(get_one(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                response = await task
                found[number] = response.text
                print(number, response.headers["content-type"])
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


if __name__ == "__main__":
    print(texts(sys.argv[1], [4, 5, 6]))
