import asyncio


def work(number):
    return sum(number**k % 97 for k in range(20000))


async def load_all(numbers):
    found = []
    for number in numbers:
        found.append(work(number))
    return found


print(asyncio.run(load_all([1, 2])))
