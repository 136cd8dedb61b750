# what: a pool of processes that nobody shuts down
# check: resources-cleaned-up
def square(x):
    return x * x

if __name__ == "__main__":
    print([square(x) for x in range(12)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def square(x):
    return x * x

if __name__ == "__main__":
    executor = ProcessPoolExecutor()
    print(list(executor.map(square, range(12))))
