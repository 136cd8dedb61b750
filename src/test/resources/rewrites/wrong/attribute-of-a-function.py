# what: an attribute of a function that changes in the workers alone
# check: output-matches
def work(x):
    work.calls = getattr(work, "calls", 0) + 1
    return x * x


if __name__ == "__main__":
    print([work(x) for x in range(6)])
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def work(x):
    work.calls = getattr(work, "calls", 0) + 1
    return x * x


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(work, range(6))))
