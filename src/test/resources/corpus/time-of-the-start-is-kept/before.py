import time


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def timed(n):
    started = time.time()
    value = work(n)
    return value, started, time.time() - started


def run(items):
    results = []
    last = 0
    for item in items:
        value, started, seconds = timed(item)
        results.append((value, started >= last))
        last = started
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
