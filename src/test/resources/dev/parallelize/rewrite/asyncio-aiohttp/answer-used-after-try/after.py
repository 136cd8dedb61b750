import asyncio
import sys

import aiohttp


async def fetch_item(session, semaphore, base, n):
    async with semaphore:
        response = await session.get(f"{base}/odd/{n}")
        await response.read()
        return response


def sizes(base, count):
    return asyncio.run(sizes_async(base, count))


async def sizes_async(base, count):
    found = []
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=5, sock_read=5)
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
                try:
                    r = await task
                    r.raise_for_status()
                except aiohttp.ClientResponseError:
                    found.append(-1)
                    continue
                found.append(len(await r.read()))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


print(sizes(sys.argv[1], 6))
