import asyncio
import sys

import httpx


class Loader:
    def __init__(self, base):
        self.client = httpx.AsyncClient(base_url=base)

    async def load_all(self, numbers):
        names = []

        semaphore = asyncio.Semaphore(32)

        async def get_one(number):
            async with semaphore:
                return await self.client.get("/json/%d" % number)

        tasks = [asyncio.create_task(get_one(number)) for number in numbers]
        try:
            for task in tasks:
                response = await task
                names.append(response.json()["square"])
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        return names

    async def close(self):
        await self.client.aclose()


async def main(base):
    loader = Loader(base)
    try:
        return await loader.load_all([4, 5, 6])
    finally:
        await loader.close()


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1])))
