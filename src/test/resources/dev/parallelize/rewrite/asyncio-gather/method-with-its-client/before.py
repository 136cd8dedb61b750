import asyncio
import sys

import httpx


class Loader:
    def __init__(self, base):
        self.client = httpx.AsyncClient(base_url=base)

    async def load_all(self, numbers):
        names = []

        for number in numbers:
            response = await self.client.get("/json/%d" % number)
            names.append(response.json()["square"])

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
