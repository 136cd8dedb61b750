import sys

import requests


def load(base, numbers, token):
    """Return the items."""
    session = requests.Session()
    session.headers["X-Token"] = token
    session.params = {"q": "1"}
    found = []
    for number in numbers:
        response = session.get(f"{base}/headers/{number}", timeout=5)
        response.raise_for_status()
        found.append(response.json())
    session.close()
    return found


if __name__ == "__main__":
    print(load(sys.argv[1], range(30), "t"))
