import asyncio
import time


async def log_all(lines):
    with open("log.txt", "w") as log:
        for line in lines:
            time.sleep(0.01)
            log.write(line)
    return len(lines)


print(asyncio.run(log_all(["a", "b"])))
print(open("log.txt").read())
