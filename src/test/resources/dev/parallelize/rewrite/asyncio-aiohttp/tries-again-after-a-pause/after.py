import asyncio
import json
import sys
import time

import aiohttp
import requests


def fetch(url):
    for attempt in range(3):
        r = requests.get(url, timeout=5)
        if r.status_code == 200:
            return r.json()
        time.sleep(0.01 * 2**attempt)
    return None


async def fetch_async(session, url):
    for attempt in range(3):
        async with session.get(url) as r:
            if r.status == 200:
                return json.loads(await r.text(errors="replace"))
        await asyncio.sleep(0.01 * 2**attempt)
    return None


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_main(session, semaphore, base, n):
    async with semaphore:
        return await fetch_async(session, f"{base}/odd/{n}")


async def fetch_mains(base, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=5, sock_read=5)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_main(session, semaphore, base, n)) for n in items
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def main(base):
    return asyncio.run(fetch_mains(base, range(6)))


print(main(sys.argv[1]))
