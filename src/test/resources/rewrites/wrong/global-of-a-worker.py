# what: a variable of the module that changes in the workers alone
# check: output-matches
seen = set()


def work(x):
    seen.add(x % 3)
    return x * x


if __name__ == "__main__":
    print([work(x) for x in range(6)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

seen = set()


def work(x):
    seen.add(x % 3)
    return x * x


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(work, range(6))))
