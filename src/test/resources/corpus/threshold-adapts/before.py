def search(n, tolerance):
    hits = 0
    for k in range(1500):
        hits += (n * k) % 101 < tolerance
    return hits


def run(items):
    tolerance = 10
    results = []
    for n in items:
        hits = search(n, tolerance)
        results.append(hits)
        tolerance = 5 + hits % 40
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
