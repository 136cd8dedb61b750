# what: a float sum regrouped by chunks, in a sum that cancels
# check: output-matches
def share(x):
    return (-1) ** x * 1e16 / (x + 1) ** 3 + 0.1


def total(items):
    found = 0.0
    for x in items:
        found += share(x)
    return found


if __name__ == "__main__":
    print("%.6f" % (total(range(40)) % 1000))
# --- transformed
from concurrent.futures import ProcessPoolExecutor


def share(x):
    return (-1) ** x * 1e16 / (x + 1) ** 3 + 0.1


def part(chunk):
    return sum(share(x) for x in chunk)


def total(items):
    chunks = [items[at : at + 10] for at in range(0, len(items), 10)]
    with ProcessPoolExecutor() as executor:
        return sum(executor.map(part, chunks))


if __name__ == "__main__":
    print("%.6f" % (total(range(40)) % 1000))
