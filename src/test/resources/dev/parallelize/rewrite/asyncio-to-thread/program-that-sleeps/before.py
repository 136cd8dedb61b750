import asyncio
import time


def slow_square(number, offset):
    time.sleep(0.02)
    if number == 4:
        raise KeyError(number)
    return number * number + offset


async def results(numbers, offset):
    for number in numbers:
        value = slow_square(number, offset)
        print(number, value)


async def main():
    await results([1, 2, 3], 7)
    await results([3, 4, 5], 1)


asyncio.run(main())
