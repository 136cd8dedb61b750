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
        later = (fill(box, n) for n in (item,))
        box = shared
        results.extend(later)
    return results, shared


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
