import asyncio
import json
import sys

import aiohttp


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_value(session, semaphore, base, n):
    async with semaphore, session.get(f"{base}/broken/{n}") as r:
        return json.loads(await r.text(errors="replace"))[0]


async def fetch_values(base, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
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
