# what: workers change copies of their arguments
# check: output-matches
def mark(item):
    item["done"] = True

if __name__ == "__main__":
    items = [{"id": x} for x in range(5)]
    for item in items:
        mark(item)
    print(items)
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def mark(item):
    item["done"] = True

if __name__ == "__main__":
    items = [{"id": x} for x in range(5)]
    with ProcessPoolExecutor() as executor:
        list(executor.map(mark, items))
    print(items)
