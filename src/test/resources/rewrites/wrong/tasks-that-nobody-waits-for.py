# what: tasks that still run when the loop ends
# check: output-matches
import asyncio

results = []


async def work(x):
    await asyncio.sleep(0.01)
    results.append(x * x)


async def main():
    for x in range(4):
        await work(x)


if __name__ == "__main__":
    asyncio.run(main())
    print(results)
# --- transformed
import asyncio

results = []


async def work(x):
    await asyncio.sleep(0.01)
    results.append(x * x)


async def main():
    tasks = [asyncio.create_task(work(x)) for x in range(4)]
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
    print(results)
