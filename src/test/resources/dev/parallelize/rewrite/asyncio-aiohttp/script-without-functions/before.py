import sys

import requests

base = sys.argv[1]
total = 0
for n in range(6):
    page = requests.get(f"{base}/pages/{n}").text
    total += len(page)
    print(n, len(page))
print(total, n)
