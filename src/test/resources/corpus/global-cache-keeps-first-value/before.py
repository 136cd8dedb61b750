CACHE = {}


def work(key, n):
    if key not in CACHE:
        total = 0
        for k in range(2000):
            total += n * k % 31
        CACHE[key] = total
    return CACHE[key]


def run(pairs):
    results = []
    for key, n in pairs:
        results.append(work(key, n))
    return results


if __name__ == "__main__":
    print(run([("a", 1), ("a", 2), ("b", 3), ("a", 4)]))
