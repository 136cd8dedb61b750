import sys

import httpx


def squares(base, numbers):
    return [httpx.get(f"{base}/json/{n}").json()["square"] for n in numbers if n > 1]


print(squares(sys.argv[1], [1, 2, 3]))
