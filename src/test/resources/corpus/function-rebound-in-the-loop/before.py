def slow(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def slower(n):
    total = 1
    for k in range(3000):
        total += n * k % 11
    return total


def run(items):
    work = slow
    results = []
    for n in items:
        value = work(n)
        results.append(value)
        work = slower if value % 2 else slow
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
