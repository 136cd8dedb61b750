"""Names from a server."""

import sys

import httpx


def names(base, numbers):
    """Return the names, in order."""
    found = []
    with httpx.Client(base_url=base, timeout=10, headers={"X-Token": "t"}) as client:
        for number in numbers:
            response = client.get(f"/headers/{number}", params={"q": number})
            response.raise_for_status()
            found.append(response.json())
    return found


if __name__ == "__main__":
    print(names(sys.argv[1], range(40)))
    print(names(sys.argv[1], []))
