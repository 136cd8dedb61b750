import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import requests


_thread = threading.local()


def _open_session(token):
    session = requests.Session()
    session.headers["X-Token"] = token
    session.params = {"q": "1"}
    _thread.session = session


def _compute_response(number, base):
    session = _thread.session
    response = session.get(f"{base}/headers/{number}", timeout=5)
    response.raise_for_status()
    return response


def load(base, numbers, token):
    """Return the items."""
    found = []
    numbers = list(numbers)
    with ThreadPoolExecutor(
        max_workers=16, initializer=_open_session, initargs=(token,)
    ) as executor:
        responses = executor.map(partial(_compute_response, base=base), numbers)
        for response in responses:
            found.append(response.json())
    return found


if __name__ == "__main__":
    print(load(sys.argv[1], range(30), "t"))
