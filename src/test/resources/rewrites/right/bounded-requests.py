# needs: aiohttp, requests
# include: server
import requests

def fetch(address):
    return requests.get(address, timeout=5).text

if __name__ == "__main__":
    server, base = start_server()
    pages = [fetch(base + "/%d" % x) for x in range(20)]
    for page in pages:
        print(page)
    server.shutdown()
    server.server_close()
# --- transformed
import asyncio
import aiohttp

async def fetch_all(addresses):
    limit = asyncio.Semaphore(8)

    async with aiohttp.ClientSession() as session:

        async def fetch(address):
            async with limit, session.get(address) as response:
                return await response.text()

        return await asyncio.gather(*(fetch(each) for each in addresses))

if __name__ == "__main__":
    server, base = start_server()
    pages = asyncio.run(fetch_all([base + "/%d" % x for x in range(20)]))
    for page in pages:
        print(page)
    server.shutdown()
    server.server_close()
