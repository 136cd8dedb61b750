"""Fetch JSON items."""

import asyncio
import json
import sys

import aiohttp


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_item(session, semaphore, base, number):
    async with semaphore, session.get(f"{base}/json/{number}") as response:
        response.raise_for_status()
        return json.loads(await response.text(errors="replace"))


async def fetch_all_items(base, numbers):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
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
