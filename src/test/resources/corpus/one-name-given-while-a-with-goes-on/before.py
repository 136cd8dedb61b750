def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def fill(box, n):
    box.append(work(n) + len(box))
    return len(box)



from contextlib import suppress


def run(items):
    shared = []
    results = []
    for item in items:
        box = []
        with suppress(IndexError):
            box = shared
            box[item + 9]
            box = []
        results.append(fill(box, item))
    return results, shared


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
