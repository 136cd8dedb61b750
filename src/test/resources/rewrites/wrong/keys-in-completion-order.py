# what: a dictionary whose keys come in the order in which results do
# check: no-race-conditions
def work(name):
    return len(name)


if __name__ == "__main__":
    sizes = {}
    for name in ["pear", "fig", "apple", "plum"]:
        sizes[name] = work(name)
    print(list(sizes.items()))
# --- transformed
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(name):
    return len(name)


if __name__ == "__main__":
    sizes = {}
    with ThreadPoolExecutor(4) as executor:
        names = {executor.submit(work, name): name for name in ["pear", "fig", "apple", "plum"]}
        for future in as_completed(names):
            sizes[names[future]] = future.result()
    print(list(sizes.items()))
