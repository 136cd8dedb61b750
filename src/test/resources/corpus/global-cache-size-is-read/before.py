CACHE = {}


def work(n):
    if n not in CACHE:
        total = 0
        for k in range(2000):
            total += n * k % 31
        CACHE[n] = total
    return CACHE[n]


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 1, 3]))
    print(len(CACHE))
