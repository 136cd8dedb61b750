import asyncio
import sys
import aiohttp
import requests
from yarl import URL


def address_to_send(url):
    """The address, spelled as requests spells it."""
    prepared = requests.Request("GET", url).prepare()
    return URL(prepared.url, encoded=True)


async def fetch_report(session, semaphore, session_name, i, url):
    async with semaphore, session.get(address_to_send(url)) as resp:
        ok = resp.ok
        return (i, session_name, resp.status, ok, len(await resp.read()), resp.headers["Content-Type"])


async def fetch_reports(session_name, items):
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=5, sock_read=5)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), timeout=timeout, trust_env=True) as session:
        tasks = [asyncio.create_task(fetch_report(session, semaphore, session_name, i, url)) for i, url in items]
        try:
            return [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def check(session_name, urls):
    report = asyncio.run(fetch_reports(session_name, enumerate(urls)))
    return report


base = sys.argv[1]
print(check("nightly", [base + "/json/%d" % n for n in range(9)] + [base + "/status/503"]))
