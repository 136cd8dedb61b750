# needs: aiohttp, requests
# include: server
import requests

# many requests
if __name__ == "__main__":
    server, base = start_server()
    with requests.Session() as session:
        sizes = {}
        for x in range(16):
            sizes[x] = len(session.get(base + "/" + "x" * x).text)
    print(sizes)
    server.shutdown()
    server.server_close()
# --- transformed
import asyncio
import aiohttp

# many requests
async def size(session, semaphore, address):
    async with semaphore:
        response = await session.get(address)
        return len(await response.text())

async def sizes_of(addresses):
    semaphore = asyncio.Semaphore(5)
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(size(session, semaphore, each) for each in addresses))

if __name__ == "__main__":
    server, base = start_server()
    found = asyncio.run(sizes_of([base + "/" + "x" * x for x in range(16)]))
    sizes = dict(zip(range(16), found))
    print(sizes)
    server.shutdown()
    server.server_close()
