import asyncio
import sys

import aiohttp
import requests


def kind(url):
    r = requests.get(url, timeout=5)
    match r.status_code:
        case 200:
            return "there"
        case 404:
            return "missing"
    return "unclear"


async def kind_async(session, url):
    async with session.get(url) as r:
        match r.status:
            case 200:
                return "there"
            case 404:
                return "missing"
    return "unclear"


async def fetch_kind(session, semaphore, base, n):
    async with semaphore:
        return await kind_async(session, f"{base}/odd/{n}")


async def fetch_kinds(base, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=5, sock_read=5)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_kind(session, semaphore, base, n)) for n in items
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def kinds(base):
    return asyncio.run(fetch_kinds(base, range(4)))


print(kinds(sys.argv[1]))
