import asyncio
import sys
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx


def load(base, numbers):
    return asyncio.run(load_async(base, numbers))


async def load_async(base, numbers):
    bodies = []
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    async with httpx.AsyncClient(cookies=no_cookies) as client:
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def load_response(number):
            async with semaphore:
                response = await client.get(f"{base}/odd/{number}")
                response.raise_for_status()
                return response

        tasks = [asyncio.create_task(load_response(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                response = await task
                bodies.append(response.json())
                print(number)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return bodies


print(load(sys.argv[1], [2, 4]))
try:
    load(sys.argv[1], [2, 4, 7, 6, 9])
except httpx.HTTPStatusError as problem:
    print(problem.response.status_code, problem.request.url.path)
try:
    load("http://127.0.0.1:1", [1])
except httpx.ConnectError:
    print("nobody there")
load(sys.argv[1], [1])
