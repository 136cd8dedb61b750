import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.02)
    return n * n


def _process_name(name):
    return work(len(name))


def run(names):
    names = list(names)
    with ThreadPoolExecutor(max_workers=16) as executor:
        return dict(zip(names, executor.map(_process_name, names)))


if __name__ == "__main__":
    print(run(["ann", "bo"]))
