import asyncio
import time


async def log_all(lines):
    with open("log.txt", "w") as log:
        semaphore = asyncio.Semaphore(16)

        async def sleep_one():
            async with semaphore:
                return await asyncio.to_thread(time.sleep, 0.01)

        tasks = [asyncio.create_task(sleep_one()) for line in lines]
        try:
            for line, task in zip(lines, tasks):
                await task
                log.write(line)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return len(lines)


print(asyncio.run(log_all(["a", "b"])))
print(open("log.txt").read())
