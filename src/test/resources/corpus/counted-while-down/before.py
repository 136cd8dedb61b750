def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    results = []
    last = len(items) - 1
    while last >= 0:
        results.append(work(items[last]))
        last -= 1
    return results, last


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
