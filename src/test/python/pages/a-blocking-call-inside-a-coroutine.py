import asyncio

import after
import before
from common import same


def check(keys):
    return same(lambda: asyncio.run(before.lookup_all(keys)), lambda: asyncio.run(after.lookup_all(keys)))


if __name__ == "__main__":
    assert check(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])[0] == "returned"
    check([])
    assert check(["a", 5, "b"])[0] == "raised"
