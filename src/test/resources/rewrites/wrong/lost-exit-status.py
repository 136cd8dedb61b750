# what: the exit status of a failure becomes 0
# check: output-matches
import sys

def valid(x):
    return x != 3

if __name__ == "__main__":
    for x in range(5):
        if not valid(x):
            sys.exit(4)
# --- transformed
import sys
from concurrent.futures import ThreadPoolExecutor

def valid(x):
    return x != 3

def step(x):
    if not valid(x):
        return 4

if __name__ == "__main__":
    with ThreadPoolExecutor(2) as executor:
        list(executor.map(step, range(5)))
