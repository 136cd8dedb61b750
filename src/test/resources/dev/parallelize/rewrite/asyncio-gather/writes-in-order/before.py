import asyncio
import sys

import httpx


async def send_all(base, events):
    async with httpx.AsyncClient(base_url=base) as client:
        for event in events:
            await client.post("/events", json=event)


asyncio.run(send_all(sys.argv[1], []))
