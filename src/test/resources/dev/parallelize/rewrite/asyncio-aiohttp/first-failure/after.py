import asyncio
import sys

import aiohttp


async def fetch_value(session, semaphore, base, n):
    async with semaphore, session.get(f"{base}/broken/{n}") as r:
        return (await r.json(content_type=None))[0]


async def fetch_values(base, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_value(session, semaphore, base, n)) for n in items
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def collect(base):
    values = asyncio.run(fetch_values(base, range(8)))
    return values


try:
    print(collect(sys.argv[1]))
except ValueError:
    print("not JSON")
    sys.exit(3)
