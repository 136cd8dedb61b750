import asyncio
import sys

import requests


async def texts(base, numbers):
    found = []
    for number in numbers:
        response = requests.get(f"{base}/text/{number}", timeout=10)
        found.append(response.text)
    return found


print(asyncio.run(texts(sys.argv[1], range(30))))
