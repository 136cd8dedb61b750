import time

def load(x):
    time.sleep(0.01)
    return {"id": x, "tags": ("a", x), "ratio": x / 7}

if __name__ == "__main__":
    records = []
    for x in range(6):
        records.append(load(x))
    print(len(records))
# --- transformed
import asyncio
import time

def load(x):
    time.sleep(0.01)
    return {"id": x, "tags": ("a", x), "ratio": x / 7}

async def load_all(numbers):
    limit = asyncio.Semaphore(4)

    async def one(x):
        async with limit:
            return await asyncio.to_thread(load, x)

    return await asyncio.gather(*(one(x) for x in numbers))

if __name__ == "__main__":
    records = asyncio.run(load_all(range(6)))
    print(len(records))
