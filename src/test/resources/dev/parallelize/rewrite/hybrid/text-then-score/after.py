"""Fetch pages and score them."""

import asyncio
import os
import sys
from concurrent.futures import ProcessPoolExecutor

import aiohttp


def score(text):
    """Return a number that takes a while to compute."""
    total = 0
    for round_number in range(200):
        for i, letter in enumerate(text):
            total = (total * 31 + ord(letter) * (i + round_number)) % 1_000_003
    return total


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    if response.charset or "json" in response.content_type:
        return "utf-8"
    if "text" in response.content_type:
        return "iso-8859-1"
    # Imported here, since few answers leave anything to guess.
    from requests.compat import chardet

    return chardet.detect(body)["encoding"] or "utf-8"


async def fetch_score(session, semaphore, pool, base, number):
    async with semaphore, session.get(f"{base}/pages/{number}") as response:
        response.raise_for_status()
        text = await response.text(errors="replace")
    return (number, await asyncio.get_running_loop().run_in_executor(pool, score, text))


async def fetch_scores(base, numbers):
    with ProcessPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        semaphore = asyncio.Semaphore(32)
        timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
        async with aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            fallback_charset_resolver=undeclared_charset,
            timeout=timeout,
            trust_env=True,
        ) as session:
            tasks = [
                asyncio.create_task(fetch_score(session, semaphore, pool, base, number))
                for number in numbers
            ]
            try:
                return [await task for task in tasks]
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)


def analyze(base, count):
    scores = asyncio.run(fetch_scores(base, range(count)))
    return scores


if __name__ == "__main__":
    for line in analyze(sys.argv[1], 12):
        print(*line)
