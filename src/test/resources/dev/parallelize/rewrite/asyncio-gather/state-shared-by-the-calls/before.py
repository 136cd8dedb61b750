import asyncio


class Counter:
    def __init__(self):
        self.last = 0

    async def step(self, number):
        before = self.last
        await asyncio.sleep(0.01)
        self.last = before + number
        return self.last

    async def run(self, numbers):
        found = []
        for number in numbers:
            found.append(await self.step(number))
        return found


print(asyncio.run(Counter().run([1, 2, 3])))
