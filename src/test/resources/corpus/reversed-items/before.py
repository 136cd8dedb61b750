def work(n):
    total = 0
    for k in range(1500):
        total = (total * 2 + n + k) % 4093
    return total


def run(items):
    results = []
    for item in reversed(items):
        results.append((item, work(item)))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
