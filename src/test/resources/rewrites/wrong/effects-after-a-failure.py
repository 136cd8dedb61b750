# what: items after the one that fails have had their effects
# check: exceptions-handled
def store(x):
    return x * 2

def process(x):
    value = store(x)
    with open("out%d.txt" % x, "w") as file:
        file.write(str(value))

if __name__ == "__main__":
    for x in range(8):
        process(x)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def store(x):
    return x * 2

def process(x):
    value = store(x)
    with open("out%d.txt" % x, "w") as file:
        file.write(str(value))

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(process, range(8)))
