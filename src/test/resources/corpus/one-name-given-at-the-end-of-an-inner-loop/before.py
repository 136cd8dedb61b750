def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


def fill(box, n):
    box.append(work(n) + len(box))
    return len(box)



def run(items):
    shared = []
    results = []
    for item in items:
        box = []
        for n in (item, item + 1):
            results.append(fill(box, n))
            box = shared
    return results, shared


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
