import sys

level = 1


def work(n):
    total = 0
    for k in range(1200):
        total += n * k % (level + 9)
    setattr(sys.modules[__name__], "level", total % 8)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
