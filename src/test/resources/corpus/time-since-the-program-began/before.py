import time


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


BEGUN = time.time()


def timed(n):
    return work(n), time.time() - BEGUN


def run(items):
    results = []
    for item in items:
        value, seconds = timed(item)
        results.append((value, seconds < 60))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
