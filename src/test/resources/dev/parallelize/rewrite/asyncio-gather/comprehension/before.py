import asyncio


async def square(number: int) -> int:
    await asyncio.sleep(0.01 / (number + 1))
    return number * number


async def squares(numbers: list[int]) -> list[int]:
    return [await square(number) for number in numbers if number % 2]


print(asyncio.run(squares([1, 2, 3, 4, 5])))
