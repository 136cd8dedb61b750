import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.request import urlopen


def _compute_value(number, base):
    with urlopen(f"{base}/text/{number}", timeout=10) as response:
        value = response.read()
    return value


def bodies(base, numbers):
    numbers = list(numbers)
    with ThreadPoolExecutor(max_workers=16) as executor:
        found = list(executor.map(partial(_compute_value, base=base), numbers))
    return found


print(bodies(sys.argv[1], range(20)))
