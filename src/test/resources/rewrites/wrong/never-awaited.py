# what: a coroutine that is made and never awaited
# check: resources-cleaned-up
def note(x):
    return x

if __name__ == "__main__":
    for x in range(3):
        note(x)
    print("done")
# --- transformed
import asyncio

async def note(x):
    return x

async def main():
    for x in range(3):
        note(x)
    print("done")

if __name__ == "__main__":
    asyncio.run(main())
