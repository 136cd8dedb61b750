import asyncio
import sys

import aiohttp

base = sys.argv[1]
total = 0


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    if response.charset or "json" in response.content_type:
        return "utf-8"
    if "text" in response.content_type:
        return "iso-8859-1"
    # Imported here, since few answers leave anything to guess.
    from requests.compat import chardet

    return chardet.detect(body)["encoding"] or "utf-8"


async def fetch_item(session, semaphore, n):
    async with semaphore:
        response = await session.get(f"{base}/pages/{n}")
        await response.read()
        return response


async def fetch_items():
    global n, page, total
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [
            asyncio.create_task(fetch_item(session, semaphore, n)) for n in range(6)
        ]
        try:
            for n, task in zip(range(6), tasks):
                page = await (await task).text(errors="replace")
                total += len(page)
                print(n, len(page))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(fetch_items())
print(total, n)
