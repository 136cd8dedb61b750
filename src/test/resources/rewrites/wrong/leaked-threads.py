# what: a pool of threads that nobody shuts down
# check: resources-cleaned-up
def square(x):
    return x * x

if __name__ == "__main__":
    print([square(x) for x in range(12)])
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def square(x):
    return x * x

if __name__ == "__main__":
    executor = ThreadPoolExecutor(3)
    print(list(executor.map(square, range(12))))
