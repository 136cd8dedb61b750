import asyncio


async def header(user):
    await asyncio.sleep(0.02)
    return f"<h1>{user}</h1>"


async def footer():
    await asyncio.sleep(0.01)
    return "<p>bye</p>"


async def page(user):
    """Both parts of a page."""
    top = await header(user)
    bottom = await footer()
    return top + bottom


print(asyncio.run(page("ann")))
