import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import requests


def fetch(session, url):
    return session.get(url, timeout=5).json()


_thread = threading.local()


def _open_session():
    session = requests.Session()
    session.headers.update({"X-Token": "t"})
    _thread.session = session


def _fetch_for_number(number, base):
    session = _thread.session
    return fetch(session, f"{base}/json/{number}")


def load(base, numbers):
    found = {}
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16, initializer=_open_session) as executor:
        results = executor.map(partial(_fetch_for_number, base=base), numbers)
        for number, result in zip(numbers, results):
            found[number] = result
            print(number)
    return found


if __name__ == "__main__":
    print(load(sys.argv[1], range(30)))
