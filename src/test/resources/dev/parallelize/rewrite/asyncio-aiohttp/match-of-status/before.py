import sys

import requests


def kind(url):
    r = requests.get(url, timeout=5)
    match r.status_code:
        case 200:
            return "there"
        case 404:
            return "missing"
    return "unclear"


def kinds(base):
    return [kind(f"{base}/odd/{n}") for n in range(4)]


print(kinds(sys.argv[1]))
