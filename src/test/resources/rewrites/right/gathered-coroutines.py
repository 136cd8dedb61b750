import asyncio

async def fetch(n):
    await asyncio.sleep(0.002)
    return n * 3

async def main():
    found = []
    for n in range(8):
        found.append(await fetch(n))
    return found

if __name__ == "__main__":
    print(asyncio.run(main()))
# --- transformed
import asyncio

async def fetch(n):
    await asyncio.sleep(0.002)
    return n * 3

async def main():
    return await asyncio.gather(*(fetch(n) for n in range(8)))

if __name__ == "__main__":
    print(asyncio.run(main()))
