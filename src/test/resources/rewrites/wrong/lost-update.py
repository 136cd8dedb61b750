# what: threads add to a global without a lock
# check: no-race-conditions
total = 0

def add(x):
    global total
    total += x

if __name__ == "__main__":
    for x in range(40):
        add(x)
    print(total)
# --- transformed
from concurrent.futures import ThreadPoolExecutor

total = 0

def add(x):
    global total
    total += x

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(add, range(40)))
    print(total)
