import asyncio
import json
import sys

import aiohttp


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_identifier(session, semaphore, base, number):
    async with semaphore, session.get(f"{base}/json/{number}") as response:
        return json.loads(await response.text(errors="replace"))["id"]


async def fetch_identifiers(base, numbers):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_identifier(session, semaphore, base, number))
            for number in numbers
        ]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def identifiers(base, numbers):
    return await fetch_identifiers(base, numbers)


async def total(base, numbers):
    return sum(await identifiers(base, numbers))


if __name__ == "__main__":
    print(asyncio.run(total(sys.argv[1], [3, 2, 1])))
    print(asyncio.run(total(sys.argv[1], [])))
