import asyncio
import time


def left():
    time.sleep(0.02)
    return "left"


def right(number):
    time.sleep(0.01)
    return number


async def both():
    first = left()
    second = right(2)
    return first, second


print(asyncio.run(both()))
