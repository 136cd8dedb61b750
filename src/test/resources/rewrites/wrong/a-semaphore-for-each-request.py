# what: each request has a semaphore of its own, which bounds nothing
# check: worker-count-bounded
# needs: aiohttp, requests
# include: server
import requests


def fetch(address):
    return requests.get(address, timeout=5).text


if __name__ == "__main__":
    server, base = start_server()
    print([fetch(base + "/%d" % x) for x in range(20)])
    server.shutdown()
    server.server_close()
# --- transformed
import asyncio
import aiohttp


async def fetch(session, address):
    async with asyncio.Semaphore(4), session.get(address) as response:
        return await response.text()


async def fetch_all(base):
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(fetch(session, base + "/%d" % x) for x in range(20)))


if __name__ == "__main__":
    server, base = start_server()
    print(asyncio.run(fetch_all(base)))
    server.shutdown()
    server.server_close()
