# what: results that nobody asks for, and with them their exceptions
# check: exceptions-handled
def check(x):
    if x < 0:
        raise ValueError(x)

if __name__ == "__main__":
    for x in range(8):
        check(x)
    print("all valid")
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def check(x):
    if x < 0:
        raise ValueError(x)

if __name__ == "__main__":
    with ThreadPoolExecutor(4) as executor:
        executor.map(check, range(8))
    print("all valid")
