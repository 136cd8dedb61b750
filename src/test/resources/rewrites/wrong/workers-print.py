# what: workers print, each when it gets there
# check: no-race-conditions
def work(x):
    print("item", x)
    return x * x


if __name__ == "__main__":
    total = 0
    for x in range(6):
        total += work(x)
    print(total)
# --- transformed
from concurrent.futures import ThreadPoolExecutor


def work(x):
    print("item", x)
    return x * x


if __name__ == "__main__":
    with ThreadPoolExecutor(3) as executor:
        print(sum(executor.map(work, range(6))))
