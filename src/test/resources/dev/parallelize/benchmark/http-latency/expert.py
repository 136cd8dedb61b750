import asyncio
import os

import aiohttp

PORT = os.environ.get("BENCHMARK_PORT", "80")


async def one(session, limit, url):
    async with limit, session.get(url, timeout=aiohttp.ClientTimeout(10)) as response:
        response.raise_for_status()
        return len(await response.text())


async def fetch_all(urls):
    limit = asyncio.Semaphore(32)
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(one(session, limit, url) for url in urls))


def fetch(urls):
    return list(asyncio.run(fetch_all(urls)))


def main():
    return fetch([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)])
