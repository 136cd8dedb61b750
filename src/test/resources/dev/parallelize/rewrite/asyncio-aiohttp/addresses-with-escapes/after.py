import asyncio
import json
import sys

import aiohttp
import requests
from yarl import URL


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


def address_to_send(url, params=None):
    """The address with its parameters, spelled as requests spells it."""
    prepared = requests.Request("GET", url, params=params).prepare()
    return URL(prepared.url, encoded=True)


async def fetch_term(session, semaphore, base, term):
    async with semaphore:
        response = await session.get(
            address_to_send(f"{base}/echo/{term}", {"q": term, "page": None}),
        )
        await response.read()
        return response


def search(base, terms):
    return asyncio.run(search_async(base, terms))


async def search_async(base, terms):
    found = []
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        items = list(terms)
        tasks = [asyncio.create_task(fetch_term(session, semaphore, base, term)) for term in items]
        try:
            for term, task in zip(items, tasks):
                try:
                    r = await task
                    found.append(json.loads(await r.text(errors="replace")))
                except (aiohttp.ClientError, asyncio.TimeoutError, requests.RequestException, json.JSONDecodeError):
                    found.append("failed")
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


for address in search(sys.argv[1], ["a b", "x%2Fy", "a%3Ab", "q=1", "caf\u00e9", "50%"]):
    print(address)
