import time

import requests


def load(urls):
    found = []
    for url in list(urls):
        time.sleep(1)
        found.append(requests.get(url, timeout=5).text)
    return found
