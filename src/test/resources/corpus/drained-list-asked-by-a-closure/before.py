def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    queue = list(items)

    def left():
        return len(queue)

    results = []
    while queue:
        item = queue.pop(0)
        results.append((work(item), left()))
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
