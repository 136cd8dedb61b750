import threading

local = threading.local()


def work(n):
    local.calls = getattr(local, "calls", 0) + 1
    total = 0
    for k in range(1500):
        total += n * k % (local.calls + 7)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
