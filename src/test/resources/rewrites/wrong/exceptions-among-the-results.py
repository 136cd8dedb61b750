# what: failures become results, which a filter then drops
# check: exceptions-handled
import asyncio


async def check(x):
    await asyncio.sleep(0)
    if x < 0:
        raise ValueError(x)
    return x * x


async def main():
    results = []
    for x in range(6):
        results.append(await check(x))
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
# --- transformed
import asyncio


async def check(x):
    await asyncio.sleep(0)
    if x < 0:
        raise ValueError(x)
    return x * x


async def main():
    found = await asyncio.gather(*(check(x) for x in range(6)), return_exceptions=True)
    print([each for each in found if not isinstance(each, Exception)])


if __name__ == "__main__":
    asyncio.run(main())
