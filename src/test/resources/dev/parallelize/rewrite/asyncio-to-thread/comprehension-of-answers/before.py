import asyncio
import sys
from urllib.request import urlopen


async def sizes(base, numbers):
    return [len(urlopen(f"{base}/pages/{number}").read()) for number in numbers]


print(asyncio.run(sizes(sys.argv[1], [1, 2, 3])))
