# what: the exception comes out wrapped in another
# check: exceptions-handled
def load(x):
    if x == 5:
        raise KeyError("five")
    return x

if __name__ == "__main__":
    print([load(x) for x in range(8)])
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def load(x):
    if x == 5:
        raise KeyError("five")
    return x

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        try:
            print(list(executor.map(load, range(8))))
        except Exception as problem:
            raise RuntimeError("a worker failed") from problem
