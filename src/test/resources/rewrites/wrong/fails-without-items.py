# what: as many workers as items, which fails where there are none
# check: output-matches
def double(x):
    return 2 * x

def doubled(items):
    return [double(x) for x in items]

if __name__ == "__main__":
    print(doubled([3, 4, 5]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def double(x):
    return 2 * x

def doubled(items):
    with ThreadPoolExecutor(max_workers=len(items)) as executor:
        return list(executor.map(double, items))

if __name__ == "__main__":
    print(doubled([3, 4, 5]))
