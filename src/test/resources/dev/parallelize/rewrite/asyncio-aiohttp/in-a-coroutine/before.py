import asyncio
import sys

import requests


async def collect(base, count):
    found = []
    for n in range(count):
        found.append(requests.get(f"{base}/json/{n}").json()["square"])
    return found


async def main():
    print(await collect(sys.argv[1], 5))


asyncio.run(main())
