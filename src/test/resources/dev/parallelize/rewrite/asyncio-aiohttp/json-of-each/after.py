"""Fetch JSON items."""

import asyncio
import sys

import aiohttp


async def fetch_item(session, semaphore, base, number):
    async with semaphore, session.get(f"{base}/json/{number}") as response:
        response.raise_for_status()
        return await response.json(content_type=None)


async def fetch_all_items(base, numbers):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_item(session, semaphore, base, number))
            for number in numbers
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def fetch_items(base, count):
    """Return the items."""
    items = asyncio.run(fetch_all_items(base, range(count)))
    return items


if __name__ == "__main__":
    print(fetch_items(sys.argv[1], 20))
