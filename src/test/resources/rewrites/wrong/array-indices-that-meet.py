# what: threads that write where others write, since indices come twice
# check: no-race-conditions
def work(x):
    return x * 7


if __name__ == "__main__":
    places = [0, 1, 2, 1, 0]
    out = [0] * 3
    for x, place in enumerate(places):
        out[place] = work(x)
    print(out)
# --- transformed
from concurrent.futures import ThreadPoolExecutor


def work(x):
    return x * 7


def put(x, place):
    out[place] = work(x)


if __name__ == "__main__":
    places = [0, 1, 2, 1, 0]
    out = [0] * 3
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(put, range(len(places)), places))
    print(out)
