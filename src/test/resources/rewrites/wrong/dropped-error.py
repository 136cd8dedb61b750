# what: an item that fails is left out
# check: exceptions-handled
def convert(x):
    return 100 // (x + 1)

if __name__ == "__main__":
    print([convert(x) for x in range(8)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def convert(x):
    return 100 // (x + 1)

def attempt(x):
    try:
        return convert(x)
    except Exception:
        return None

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print([each for each in executor.map(attempt, range(8)) if each is not None])
