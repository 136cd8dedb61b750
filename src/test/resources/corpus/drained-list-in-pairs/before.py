def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    queue = list(items)
    results = []
    while queue:
        first = queue.pop(0)
        second = queue.pop(0) if queue else 0
        results.append(work(first + second))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
