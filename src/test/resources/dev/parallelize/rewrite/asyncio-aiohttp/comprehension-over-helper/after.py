import asyncio
import json
import sys

import aiohttp
import requests
from yarl import URL

TIMEOUT = (3, 10)


def fetch(url, token="secret"):
    """Fetch one page."""
    headers = {"X-Token": token}
    try:
        response = requests.get(url, params={"q": "a b", "n": 3}, headers=headers, timeout=TIMEOUT)
        response.raise_for_status()
    except requests.HTTPError:
        return None
    except requests.exceptions.RequestException:
        return "down"
    return response.json()


async def fetch_async(session, url, token="secret"):
    """Fetch one page."""
    headers = {"X-Token": token}
    try:
        response = await session.get(address_to_send(url, {"q": "a b", "n": 3}), headers=headers)
        await response.read()
        response.raise_for_status()
    except aiohttp.ClientResponseError:
        return None
    except (aiohttp.ClientError, asyncio.TimeoutError, requests.exceptions.RequestException):
        return "down"
    return json.loads(await response.text(errors="replace"))


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


def address_to_send(url, params=None):
    """The address with its parameters, spelled as requests spells it."""
    prepared = requests.Request("GET", url, params=params).prepare()
    return URL(prepared.url, encoded=True)


async def fetch_load(session, semaphore, url):
    async with semaphore:
        return await fetch_async(session, url)


async def fetch_loads(urls):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=TIMEOUT[0], sock_read=TIMEOUT[1])
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [asyncio.create_task(fetch_load(session, semaphore, url)) for url in urls]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def load(urls):
    return asyncio.run(fetch_loads([url for url in urls if url]))


if __name__ == "__main__":
    base = sys.argv[1]
    pages = load([f"{base}/headers/1", "", f"{base}/status/500", "http://127.0.0.1:9/", f"{base}/headers/2"])
    print(pages)
    print(fetch(f"{base}/json/7"))
