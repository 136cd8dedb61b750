"""Names from a server."""

import asyncio
import sys

import httpx


def names(base, numbers):
    """Return the names, in order."""
    return asyncio.run(names_async(base, numbers))


async def names_async(base, numbers):
    found = []
    async with httpx.AsyncClient(
        base_url=base, timeout=10, headers={"X-Token": "t"}
    ) as client:
        semaphore = asyncio.Semaphore(32)

        async def load_response(number):
            async with semaphore:
                response = await client.get(f"/headers/{number}", params={"q": number})
                response.raise_for_status()
                return response

        tasks = [asyncio.create_task(load_response(number)) for number in numbers]
        try:
            for task in tasks:
                response = await task
                found.append(response.json())
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return found


if __name__ == "__main__":
    print(names(sys.argv[1], range(40)))
    print(names(sys.argv[1], []))
