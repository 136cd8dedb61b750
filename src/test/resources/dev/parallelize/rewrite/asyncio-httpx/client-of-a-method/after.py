import asyncio
import sys

import httpx


class Api:
    def __init__(self, base):
        self.base = base

    def load_all(self, numbers):
        return asyncio.run(self.load_all_async(numbers))

    async def load_all_async(self, numbers):
        found = []
        async with httpx.AsyncClient(base_url=self.base) as client:
            semaphore = asyncio.Semaphore(32)

            async def json_one(number):
                async with semaphore:
                    return (await client.get(f"/json/{number}")).json()

            tasks = [asyncio.create_task(json_one(number)) for number in numbers]
            try:
                for task in tasks:
                    found.append((await task)["id"])
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        return found


print(Api(sys.argv[1]).load_all([3, 2, 1]))
