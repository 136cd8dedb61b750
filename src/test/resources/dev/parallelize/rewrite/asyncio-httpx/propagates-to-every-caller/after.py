import asyncio
import sys

import httpx


async def identifiers(base, numbers):
    """The identifiers of the numbers, in order."""
    found = []
    async with httpx.AsyncClient(base_url=base) as client:
        semaphore = asyncio.Semaphore(32)

        async def json_one(number):
            async with semaphore:
                return (await client.get(f"/json/{number}")).raise_for_status().json()

        tasks = [asyncio.create_task(json_one(number)) for number in numbers]
        try:
            for task in tasks:
                found.append((await task)["id"])
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


async def largest(base, numbers):
    return max(await identifiers(base, numbers), default=0)


class Report:
    def __init__(self, base):
        self.base = base

    async def lines(self, numbers):
        return [f"id {x}" for x in (await identifiers(self.base, numbers))[:2]]

    async def show(self, numbers):
        for line in await self.lines(numbers):
            print(line)
        return len(await identifiers(self.base, numbers)) ** 2


async def main():
    report = Report(sys.argv[1])
    print(await report.show([3, 2, 1]), await largest(sys.argv[1], [1, 5, 4]))
    print(await largest(sys.argv[1], []))
    try:
        await largest(sys.argv[1], [1, "missing", 2])
    except httpx.HTTPStatusError as error:
        print("failed", error.response.status_code)
    return 3


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
