import math

original = math.sqrt
calls = []


def counted(x):
    calls.append(x)
    return original(x) + len(calls)


math.sqrt = counted


def work(n):
    total = 0.0
    for k in range(300):
        total += math.sqrt(n * k)
    return round(total, 3)


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([2, 2]))
