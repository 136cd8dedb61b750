def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


LIMIT = 8


def note(value):
    global LIMIT
    if value % 3 == 0:
        LIMIT -= 1


def run(items):
    results = []
    i = 0
    while i < LIMIT:
        value = work(items[i])
        note(value)
        results.append(value)
        i += 1
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
