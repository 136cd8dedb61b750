import time


def work(n):
    time.sleep(0.02)
    return n * n


def run(names):
    return {name: work(len(name)) for name in names}


if __name__ == "__main__":
    print(run(["ann", "bo"]))
