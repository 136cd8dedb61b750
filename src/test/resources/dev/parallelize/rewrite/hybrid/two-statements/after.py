import asyncio
import os
import sys
from concurrent.futures import ProcessPoolExecutor

import aiohttp
import requests
from yarl import URL

ROUNDS = 200


def count(text, letter):
    found = 0
    for _ in range(ROUNDS):
        for one in text:
            if one == letter:
                found += 1
    return found


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    if response.charset or "json" in response.content_type:
        return "utf-8"
    if "text" in response.content_type:
        return "iso-8859-1"
    # Imported here, since few answers leave anything to guess.
    from requests.compat import chardet

    return chardet.detect(body)["encoding"] or "utf-8"


def address_to_send(url):
    """The address, spelled as requests spells it."""
    prepared = requests.Request("GET", url).prepare()
    return URL(prepared.url, encoded=True)


async def fetch_count(session, semaphore, pool, url):
    async with semaphore:
        async with session.get(address_to_send(url)) as page:
            status = page.status
            text = await page.text(errors="replace")
    # letters that end a tag
    ends = await asyncio.get_running_loop().run_in_executor(pool, count, text, ">")
    return url, {"status": status, "ends": ends}


async def fetch_counts(urls):
    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        semaphore = asyncio.Semaphore(32)
        timeout = aiohttp.ClientTimeout(sock_connect=3, sock_read=20)
        async with aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            fallback_charset_resolver=undeclared_charset,
            timeout=timeout,
            trust_env=True,
        ) as session:
            tasks = [asyncio.create_task(fetch_count(session, semaphore, pool, url)) for url in urls]
            try:
                return [await task for task in tasks]
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)


def collect(urls):
    counts = dict(asyncio.run(fetch_counts(urls)))
    return counts


if __name__ == "__main__":
    base = sys.argv[1]
    for url, found in collect([f"{base}/pages/{n}" for n in range(6)] + [f"{base}/status/404"]).items():
        print(url[len(base) :], found)
