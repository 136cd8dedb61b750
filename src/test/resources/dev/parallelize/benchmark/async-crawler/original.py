import asyncio
import os

import aiohttp

PORT = os.environ.get("BENCHMARK_PORT", "80")


async def size(session, url):
    async with session.get(url) as response:
        return len(await response.read())


async def crawl(urls):
    sizes = []
    async with aiohttp.ClientSession() as session:
        for url in urls:
            sizes.append(await size(session, url))
    return sizes


def main():
    return asyncio.run(crawl([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)]))
