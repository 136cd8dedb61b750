counter = 0


def work(n):
    total = 0
    for k in range(1200):
        total += n * k % 13
    exec("global counter\ncounter += 1")
    return total + counter


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
