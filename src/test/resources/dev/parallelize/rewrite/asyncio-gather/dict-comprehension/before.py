import asyncio


async def length(name):
    await asyncio.sleep(0.01)
    return len(name)


async def by_name(names):
    lengths = {name: await length(name) for name in names}
    return lengths


print(asyncio.run(by_name(["ann", "bo", "ann"])))
