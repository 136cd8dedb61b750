# what: a task waits for another one that needs its place
# check: output-matches
# timeout: 3
def leaf(x):
    return x + 1

def node(x):
    return leaf(x)

if __name__ == "__main__":
    print([node(x) for x in range(3)])
# --- transformed
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)

def leaf(x):
    return x + 1

def node(x):
    return executor.submit(leaf, x).result()

if __name__ == "__main__":
    print(list(executor.map(node, range(3))))
