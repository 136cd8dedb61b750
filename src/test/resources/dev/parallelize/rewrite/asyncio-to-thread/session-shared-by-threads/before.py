import asyncio
import sys

import requests


async def load_all(base, numbers):
    found = []
    with requests.Session() as session:
        for number in numbers:
            found.append(session.get(f"{base}/json/{number}").json())
    return found


print(asyncio.run(load_all(sys.argv[1], [1, 2])))
