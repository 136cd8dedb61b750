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
    numbers = range(count)
    tasks = [asyncio.create_task(load(number)) for number in numbers]
    try:
        for number, task in zip(numbers, tasks):
            results.append(await task)
            print(number)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results


async def main():
    try:
        await load_all(10)
    except Missing as problem:
        print("stopped:", problem)
    print(len(asyncio.all_tasks()), await load_all(3))
    await load_all(8)


asyncio.run(main())
