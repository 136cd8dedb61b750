import time


def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def limited(n):
    started = time.time()
    value = 0
    while time.time() - started < 60 and value < 5000:
        value += work(n)
    return value


def run(items):
    results = []
    for item in items:
        results.append(limited(item))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
