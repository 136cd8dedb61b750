import asyncio
import os
from concurrent.futures import ProcessPoolExecutor

import aiohttp

PORT = os.environ.get("BENCHMARK_PORT", "80")


def score(text):
    total = 0
    for k in range(40_000):
        total = (total * 31 + len(text) * k) % 10_007
    return total


async def one(session, limit, pool, url):
    async with limit:
        async with session.get(url, timeout=aiohttp.ClientTimeout(10)) as response:
            text = await response.text()
        return await asyncio.get_running_loop().run_in_executor(pool, score, text)


async def every(urls):
    limit = asyncio.Semaphore(32)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        async with aiohttp.ClientSession() as session:
            return await asyncio.gather(*(one(session, limit, pool, u) for u in urls))


def scores(urls):
    return list(asyncio.run(every(urls)))


def main():
    return scores([f"http://127.0.0.1:{PORT}/{i}" for i in range(60)])
