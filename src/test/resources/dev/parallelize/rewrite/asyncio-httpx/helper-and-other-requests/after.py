import asyncio
import sys

import httpx


def load_item(client: httpx.Client, number: int) -> dict:
    response = client.get(f"/json/{number}")
    response.raise_for_status()
    return response.json()


async def load_item_async(client: httpx.AsyncClient, number: int) -> dict:
    response = await client.get(f"/json/{number}")
    response.raise_for_status()
    return response.json()


def report(base: str, numbers: list[int]) -> tuple[int, list[dict]]:
    return asyncio.run(report_async(base, numbers))


async def report_async(base: str, numbers: list[int]) -> tuple[int, list[dict]]:
    async with httpx.AsyncClient(base_url=base, follow_redirects=True) as client:
        first = (await client.get("/moved/1")).json()["id"]
        semaphore = asyncio.Semaphore(32)

        async def load_item_one(number):
            async with semaphore:
                return await load_item_async(client, number)

        tasks = [asyncio.create_task(load_item_one(number)) for number in numbers]
        try:
            items = [await task for task in tasks]
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return first, items


if __name__ == "__main__":
    print(report(sys.argv[1], [1, 2, 3]))
