import asyncio
import sys
import time

import requests


async def load_all(base, numbers):
    found = []
    for number in numbers:
        found.append(requests.get(f"{base}/json/{number}").json())
        time.sleep(0.01)
    return found


print(asyncio.run(load_all(sys.argv[1], [1, 2])))
