import asyncio
import sys

import aiohttp
import requests
from yarl import URL


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


async def fetch_text(session, semaphore, url):
    # the encoding is the server's
    async with semaphore, session.get(address_to_send(url)) as r:
        return url, await r.text(errors="replace")


async def fetch_all_texts(urls):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        tasks = [asyncio.create_task(fetch_text(session, semaphore, url)) for url in urls]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def fetch_texts(urls):
    texts = dict(asyncio.run(fetch_all_texts(urls)))
    return texts


def main():
    base = sys.argv[1]
    urls = [f"{base}/{kind}/{n}" for n in range(6) for kind in ("text", "latin", "pages")]
    for url, text in fetch_texts(urls).items():
        print(url.rsplit(":", 1)[1].partition("/")[2], repr(text))


main()
