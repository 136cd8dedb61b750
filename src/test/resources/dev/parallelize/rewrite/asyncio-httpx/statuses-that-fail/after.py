import asyncio
import sys

import httpx


def check(base, numbers):
    return asyncio.run(check_async(base, numbers))


async def check_async(base, numbers):
    failed = []
    async with httpx.AsyncClient(base_url=base) as client:
        items = list(numbers)
        semaphore = asyncio.Semaphore(32)

        async def get_one(number):
            async with semaphore:
                return await client.get(f"/odd/{number}")

        tasks = [asyncio.create_task(get_one(number)) for number in items]
        try:
            for number, task in zip(items, tasks):
                try:
                    response = await task
                    response.raise_for_status()
                except httpx.HTTPStatusError as problem:
                    failed.append(problem.response.status_code)
                    continue
                print(number, response.json())
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return failed


print(check(sys.argv[1], [1, 2, 3, 4]))
