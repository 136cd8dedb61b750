import asyncio


async def power(number):
    return sum(number**k % 97 for k in range(20000))


async def powers(numbers):
    found = []
    for number in numbers:
        found.append(await power(number))
    return found


print(asyncio.run(powers([1, 2, 3])))
