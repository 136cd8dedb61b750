# what: threads append to one list in the order in which they finish
# check: no-race-conditions
names = []

def greet(x):
    names.append("name %d" % x)

if __name__ == "__main__":
    for x in range(12):
        greet(x)
    print(names)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

names = []

def greet(x):
    names.append("name %d" % x)

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(greet, range(12)))
    print(names)
