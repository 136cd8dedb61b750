import os


def work(n):
    level = int(os.environ.get("CORPUS_LEVEL", "1"))
    total = 0
    for k in range(1500):
        total += n * k % (level + 10)
    os.environ["CORPUS_LEVEL"] = str(total % 9)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
