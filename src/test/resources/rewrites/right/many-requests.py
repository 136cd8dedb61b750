# needs: aiohttp, requests
# include: server
import requests

# many requests
def fetch(address):
    return requests.get(address, timeout=5).text

if __name__ == "__main__":
    server, base = start_server()
    for x in range(14):
        print(x, fetch(base + "/item/%d" % x))
    server.shutdown()
    server.server_close()
# --- transformed
import asyncio
import aiohttp

# many requests
async def fetch(session, semaphore, address):
    async with semaphore:
        async with session.get(address) as response:
            return await response.text()

async def fetch_all(addresses):
    semaphore = asyncio.Semaphore(4)
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.create_task(fetch(session, semaphore, each)) for each in addresses]
        try:
            for x, task in zip(range(len(tasks)), tasks):
                print(x, await task)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

if __name__ == "__main__":
    server, base = start_server()
    asyncio.run(fetch_all([base + "/item/%d" % x for x in range(14)]))
    server.shutdown()
    server.server_close()
