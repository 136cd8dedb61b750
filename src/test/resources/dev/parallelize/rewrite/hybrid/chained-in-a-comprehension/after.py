import asyncio
import os
import sys
from concurrent.futures import ProcessPoolExecutor

import aiohttp


def weigh(content, factor):
    value = 1
    for _ in range(300):
        for byte in content:
            value = (value * factor + byte) % 999_983
    return value


async def fetch_weight(session, semaphore, pool, base, factor, n):
    async with semaphore, session.get(f"{base}/pages/{n}") as response:
        content = await response.read()
    return await asyncio.get_running_loop().run_in_executor(
        pool, weigh, content, factor
    )


async def fetch_weights(base, factor, items):
    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        semaphore = asyncio.Semaphore(32)
        timeout = aiohttp.ClientTimeout(total=None)
        async with aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=timeout,
            trust_env=True,
        ) as session:
            tasks = [
                asyncio.create_task(
                    fetch_weight(session, semaphore, pool, base, factor, n)
                )
                for n in items
            ]
            try:
                return [await task for task in tasks]
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)


def main(base):
    factor = 17
    weights = asyncio.run(fetch_weights(base, factor, range(8)))
    print(weights)


if __name__ == "__main__":
    main(sys.argv[1])
