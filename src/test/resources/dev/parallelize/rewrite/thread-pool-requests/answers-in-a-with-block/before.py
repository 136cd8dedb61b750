import sys
from urllib.request import urlopen


def bodies(base, numbers):
    found = []
    for number in numbers:
        with urlopen(f"{base}/text/{number}", timeout=10) as response:
            found.append(response.read())
    return found


print(bodies(sys.argv[1], range(20)))
