# what: coroutines append what they find when they come to it
# check: no-race-conditions
import asyncio

async def fetch(n):
    await asyncio.sleep(0)
    return n * n

async def collect():
    found = []
    for n in range(6):
        found.append(await fetch(n))
    return found

if __name__ == "__main__":
    print(asyncio.run(collect()))
# --- transformed
import asyncio

async def fetch(n):
    await asyncio.sleep(0)
    return n * n

async def collect():
    found = []

    async def one(n):
        found.append(await fetch(n))

    await asyncio.gather(*(one(n) for n in range(6)))
    return found

if __name__ == "__main__":
    print(asyncio.run(collect()))
