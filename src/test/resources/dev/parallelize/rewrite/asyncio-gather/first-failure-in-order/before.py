import asyncio


class Missing(Exception):
    def __init__(self, number, reason):
        super().__init__(f"{number}: {reason}")


async def load(number):
    await asyncio.sleep(0.05 / (number + 1))
    if number in (3, 7):
        raise Missing(number, "not there")
    return number


async def load_all(count):
    results = []
    for number in range(count):
        results.append(await load(number))
        print(number)
    return results


async def main():
    try:
        await load_all(10)
    except Missing as problem:
        print("stopped:", problem)
    print(len(asyncio.all_tasks()), await load_all(3))
    await load_all(8)


asyncio.run(main())
