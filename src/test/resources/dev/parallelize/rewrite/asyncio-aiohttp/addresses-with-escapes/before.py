import sys

import requests


def search(base, terms):
    found = []
    for term in terms:
        try:
            r = requests.get(f"{base}/echo/{term}", params={"q": term, "page": None})
            found.append(r.json())
        except requests.RequestException:
            found.append("failed")
    return found


for address in search(sys.argv[1], ["a b", "x%2Fy", "a%3Ab", "q=1", "caf\u00e9", "50%"]):
    print(address)
