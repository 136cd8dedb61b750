import asyncio
import os

import aiohttp

PORT = os.environ.get("BENCHMARK_PORT", "80")


async def size(session, limit, url):
    async with limit, session.get(url) as response:
        return len(await response.read())


async def crawl(urls):
    limit = asyncio.Semaphore(32)
    async with aiohttp.ClientSession() as session:
        return list(await asyncio.gather(*(size(session, limit, url) for url in urls)))


def main():
    return asyncio.run(crawl([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)]))
