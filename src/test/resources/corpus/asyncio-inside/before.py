import asyncio
log = []


async def add(n):
    log.append(n)
    return len(log)


def work(n):
    return asyncio.run(add(n))


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]), log)
