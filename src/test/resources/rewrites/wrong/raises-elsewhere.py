# what: all items are checked first, so that another item fails, in another statement, with the same words
# check: exceptions-handled
def check(x):
    if x < 0:
        raise ValueError("no such item")


def work(x):
    if x > 9:
        raise ValueError("no such item")
    return x * x


if __name__ == "__main__":
    total = 0
    for x in [1, 12, -1]:
        check(x)
        total += work(x)
    print(total)
# --- transformed
from concurrent.futures import ProcessPoolExecutor


def check(x):
    if x < 0:
        raise ValueError("no such item")


def work(x):
    if x > 9:
        raise ValueError("no such item")
    return x * x


if __name__ == "__main__":
    items = [1, 12, -1]
    for x in items:
        check(x)
    with ProcessPoolExecutor() as executor:
        print(sum(executor.map(work, items)))
