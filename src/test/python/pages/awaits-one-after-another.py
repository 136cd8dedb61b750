import asyncio

import after
import before
from common import same

active = 0
most = 0


async def load(name):
    global active, most
    active += 1
    most = max(most, active)
    try:
        await asyncio.sleep(0.01 if name % 2 else 0.002)
        if name in (13, 14):
            raise LookupError(f"no {name}")
        return name * name
    finally:
        active -= 1


async def watched(load_all, names):
    """Load, and see that nothing is left running afterwards."""
    try:
        return await load_all(load, names)
    finally:
        assert len(asyncio.all_tasks()) == 1


def check(names):
    return same(
        lambda: asyncio.run(watched(before.load_all, names)), lambda: asyncio.run(watched(after.load_all, names))
    )


if __name__ == "__main__":
    assert check(range(13))[0] == "returned"
    check([])
    assert check([1, 14, 2, 13, 3])[2] == "no 14"
    check(range(15, 70))
    assert 1 < most <= after.MAX_PENDING, most
