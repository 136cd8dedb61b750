# what: tasks of an event loop append as they finish
# check: no-race-conditions
import time

def fetch(x):
    return x

if __name__ == "__main__":
    results = []
    for x in range(10):
        results.append(fetch(x))
    print(results)
# --- transformed
import asyncio

async def fetch(x):
    await asyncio.sleep(0)
    return x

async def main():
    found = []

    async def one(x):
        found.append(await fetch(x))

    await asyncio.gather(*(one(x) for x in range(10)))
    return found

if __name__ == "__main__":
    results = asyncio.run(main())
    print(results)
