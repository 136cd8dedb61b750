import sys

# The task returns whole numbers.
def cost(n):
    return n * n % 11

def costs(numbers):
    return [cost(n) for n in numbers]

if __name__ == "__main__":
    found = costs(range(9))
    print(found)
    print("warning: %d" % max(found), file=sys.stderr)
    sys.exit(3 if sum(found) > 20 else 0)
# --- transformed
import sys
from concurrent.futures import ProcessPoolExecutor

# The task returns whole numbers.
def cost(n):
    return n * n % 11

def costs(numbers):
    with ProcessPoolExecutor(max_workers=2) as executor:
        return list(executor.map(cost, numbers, chunksize=2))

if __name__ == "__main__":
    found = costs(range(9))
    print(found)
    print("warning: %d" % max(found), file=sys.stderr)
    sys.exit(3 if sum(found) > 20 else 0)
