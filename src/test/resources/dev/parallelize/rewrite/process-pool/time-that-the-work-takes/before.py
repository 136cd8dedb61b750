import time


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(values):
    seconds = 0.0
    results = []
    for value in values:
        started = time.perf_counter()
        results.append(work(value))
        seconds += time.perf_counter() - started
    print(f"{seconds / 1000:.0f}")
    return results


if __name__ == "__main__":
    print(run(list(range(2, 30))))
