import asyncio
import json
import sys

import aiohttp


def undeclared_charset(response, body):
    """The character set that requests assumes where an answer names none."""
    return "iso-8859-1" if "text" in response.content_type else "utf-8"


async def fetch_number(session, semaphore, base, number):
    async with semaphore:
        url = f"{base}/odd/{number}"
        answer = await session.get(url)
        await answer.read()
        return answer


def report(base, numbers):
    """Print a line for each page; return the total size."""
    return asyncio.run(report_async(base, numbers))


async def report_async(base, numbers):
    total = 0
    semaphore = asyncio.Semaphore(32)
    timeout = aiohttp.ClientTimeout(sock_connect=10, sock_read=10)
    async with aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        fallback_charset_resolver=undeclared_charset,
        timeout=timeout,
        trust_env=True,
    ) as session:
        items = list(numbers)
        tasks = [
            asyncio.create_task(fetch_number(session, semaphore, base, number))
            for number in items
        ]
        try:
            for number, task in zip(items, tasks):
                url = f"{base}/odd/{number}"
                print("asking", url[len(base):])
                response = await task
                if response.status != 200:
                    print("skipped", number)
                    continue
                data = json.loads(await response.text(errors="replace"))
                total += data
                print("got", data)
                if total > 20:
                    break
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return total


if __name__ == "__main__":
    print(report(sys.argv[1], [0, 2, 3, 4, 8, 9, 10, 12, 14]))
