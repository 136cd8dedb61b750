import time


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def timed(n):
    started = time.perf_counter()
    value = work(n)
    return value, time.perf_counter() - started


def run(items):
    results = []
    for item in items:
        value, seconds = timed(item)
        results.append((value, seconds < 60))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
