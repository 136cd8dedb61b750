import asyncio


async def drain(queue, count):
    found = []
    for _ in range(count):
        found.append(await queue.get())
    return found


async def main():
    queue = asyncio.Queue()
    for number in range(3):
        queue.put_nowait(number)
    print(await drain(queue, 3))


asyncio.run(main())
