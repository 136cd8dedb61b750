import asyncio
import sys

import aiohttp


async def fetch_item(session, semaphore, base, n):
    async with semaphore:
        response = await session.get(f"{base}/text/{n}")
        await response.read()
        return response


def save(base, count):
    return asyncio.run(save_async(base, count))


async def save_async(base, count):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_item(session, semaphore, base, n))
            for n in range(count)
        ]
        try:
            for n, task in zip(range(count), tasks):
                r = await task
                with open(f"item-{n}.txt", "wb") as file:
                    file.write(await r.read())
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


save(sys.argv[1], 4)
for n in range(4):
    with open(f"item-{n}.txt", "rb") as file:
        print(file.read())
