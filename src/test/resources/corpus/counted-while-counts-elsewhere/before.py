def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def run(items):
    results = []
    i = 0

    def skip():
        nonlocal i
        i += 1

    while i < len(items):
        value = work(items[i])
        if value % 2:
            skip()
        results.append(value)
        i += 1
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
