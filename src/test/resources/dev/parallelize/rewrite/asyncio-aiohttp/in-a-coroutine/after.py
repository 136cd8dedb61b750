import asyncio
import json
import sys

import aiohttp


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_found(session, semaphore, base, n):
    async with semaphore, session.get(f"{base}/json/{n}") as response:
        return json.loads(await response.text(errors="replace"))["square"]


async def fetch_founds(base, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_found(session, semaphore, base, n)) for n in items
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def collect(base, count):
    found = await fetch_founds(base, range(count))
    return found


async def main():
    print(await collect(sys.argv[1], 5))


asyncio.run(main())
