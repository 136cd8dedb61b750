# what: the session is never closed
# check: resources-cleaned-up
# needs: aiohttp, requests
# include: server
import requests

def fetch(address):
    return requests.get(address, timeout=5).text

if __name__ == "__main__":
    server, base = start_server()
    print([fetch(base + "/%d" % x) for x in range(6)])
    server.shutdown()
    server.server_close()
# --- transformed
import asyncio
import aiohttp

async def fetch_all(base):
    session = aiohttp.ClientSession()
    limit = asyncio.Semaphore(4)

    async def fetch(address):
        async with limit, session.get(address) as response:
            return await response.text()

    return await asyncio.gather(*(fetch(base + "/%d" % x) for x in range(6)))

if __name__ == "__main__":
    server, base = start_server()
    print(asyncio.run(fetch_all(base)))
    server.shutdown()
    server.server_close()
