import asyncio


async def header(user):
    await asyncio.sleep(0.02)
    return f"<h1>{user}</h1>"


async def footer():
    await asyncio.sleep(0.01)
    return "<p>bye</p>"


async def page(user):
    """Both parts of a page."""
    tasks = [asyncio.create_task(header(user)), asyncio.create_task(footer())]
    try:
        top, bottom = [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return top + bottom


print(asyncio.run(page("ann")))
