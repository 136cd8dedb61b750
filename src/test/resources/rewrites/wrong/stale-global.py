# what: a global set by the main part, which workers see only where processes are forked
# check: output-matches
FACTOR = 1

def scale(x):
    return x * FACTOR

if __name__ == "__main__":
    FACTOR = 10
    print([scale(x) for x in range(6)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

FACTOR = 1

def scale(x):
    return x * FACTOR

if __name__ == "__main__":
    FACTOR = 10
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(scale, range(6))))
